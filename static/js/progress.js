// Asks how far the long work is, and shows the page anew when it has ended. Without it, a link does.

const PAUSE = 1500;
const LONGEST_PAUSE = 15000;

async function look(part, pause) {
  let next = pause;
  try {
    const answer = await fetch(part.dataset.address, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) {
      window.location.reload();
      return;
    }
    const found = await answer.json();
    if (!found.waiting) {
      window.location.reload();
      return;
    }
    say(part.querySelector(".govuk-tag"), found.stands);
    say(part.querySelector("[data-progress]"), found.progress);
    part.querySelector(".govuk-tag").className = `govuk-tag govuk-tag--${found.colour}`;
    next = PAUSE;
  } catch {
    next = Math.min(pause * 2, LONGEST_PAUSE); // the network is away: it may come back
  }
  window.setTimeout(() => look(part, next), next);
}

// What says the same is left alone, so that a screen reader is not told again.
function say(where, words) {
  if (where.textContent !== words) where.textContent = words;
}

export function startProgress() {
  for (const part of document.querySelectorAll('[data-module="app-progress"]')) {
    window.setTimeout(() => look(part, PAUSE), PAUSE);
  }
}
