// Which real OpenID Connect provider do the tests sign in with?
//
// node-oidc-provider, on this machine only. Whoever comes to its sign-in page says with ?as=NAME who
// they are. Some names stand for a provider that is at fault: their ID tokens are signed again with
// something changed, as an attacker or a mistake would.
import Provider from "oidc-provider";
import * as jose from "jose";

const [port, backTo] = process.argv.slice(2);
const ours = await jose.generateKeyPair("RS256", { extractable: true });
const stray = await jose.generateKeyPair("RS256", { extractable: true });
const jwk = { ...(await jose.exportJWK(ours.privateKey)), kid: "ours", alg: "RS256", use: "sig" };

const PEOPLE = {
  unverified: { email: "auditor@leeds.example", email_verified: false },
  silent: { email: "auditor@leeds.example" },
  nameless: {},
  grouped: { email: "auditor@leeds.example", email_verified: true, groups: ["register users"] },
};
const FORGED = {
  "wrong.audience": { aud: "another-client" },
  // Authlib alone would believe this one: it names us, but as the party that asked for it.
  "wrong.audience.asked.by.us": { aud: "another-client", azp: "register" },
  "wrong.issuer": { iss: "https://elsewhere.example" },
  "wrong.nonce": { nonce: "not-the-one-that-was-sent" },
  expired: { exp: 1000000000 },
  "with.mfa": { amr: ["pwd", "mfa"] },
  "with.pwd": { amr: ["pwd"] },
};
const SIGNED_BY_A_STRAY_KEY = "wrong.signature";

function claimsOf(name) {
  const plain = { email: "auditor@leeds.example", email_verified: true };
  if (name in PEOPLE) return PEOPLE[name];
  if (name in FORGED || name === SIGNED_BY_A_STRAY_KEY) return plain;
  return { email: `${name}@leeds.example`, email_verified: true };
}

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: "register", client_secret: "a secret of the tests", redirect_uris: [backTo] }],
  jwks: { keys: [jwk] },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["groups"] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  cookies: { keys: ["tests only"] },
  findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...claimsOf(id) }) }),
});

provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith("/interaction/")) return next();
  const { params } = await provider.interactionDetails(ctx.req, ctx.res);
  const accountId = ctx.query.as;
  const grant = new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const result = { login: { accountId }, consent: { grantId: await grant.save() } };
  const to = await provider.interactionResult(ctx.req, ctx.res, result);
  ctx.redirect(to);
});

provider.use(async (ctx, next) => {
  await next();
  if (ctx.path !== "/token" || !ctx.body?.id_token) return;
  const claims = jose.decodeJwt(ctx.body.id_token);
  const isStray = claims.sub === SIGNED_BY_A_STRAY_KEY;
  if (!isStray && !(claims.sub in FORGED)) return;
  ctx.body.id_token = await new jose.SignJWT({ ...claims, ...FORGED[claims.sub] })
    .setProtectedHeader({ alg: "RS256", kid: "ours" })
    .sign((isStray ? stray : ours).privateKey);
});

provider.listen(Number(port), "127.0.0.1");
