// Saves a row of a grid when its writer leaves it, and lets the keyboard go from row to row.
// Without it the button below the table saves all rows.

const KEYS = { g: "green", a: "amber", r: "red" };

function typed(row) {
  const data = new FormData();
  for (const field of row.querySelectorAll("input, textarea")) {
    if (field.type !== "radio" || field.checked) data.append(field.name, field.value);
  }
  return data;
}

function words(row) {
  return [...typed(row).entries()]
    .filter(([name]) => !name.startsWith("seen_"))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

// A row that could not be saved offers a way on, which the page's own button has too.
function offer(row, label, press) {
  const said = row.querySelector(".app-grid__said");
  row.querySelector(".app-grid__offer")?.remove();
  if (!label) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary app-grid__offer";
  button.textContent = label;
  button.addEventListener("click", () => {
    said.tabIndex = -1;
    said.focus();
    press();
  });
  said.after(button);
}

// Where the quarter was closed meanwhile.
async function saveLate(form, label) {
  if (!form.elements.late) {
    const late = document.createElement("input");
    Object.assign(late, { type: "hidden", name: "late", value: "yes" });
    form.append(late);
    form.querySelector("#save-answers").textContent = label;
  }
  const waiting = [...form.querySelectorAll("[data-row]:has(.app-grid__offer):not([data-met])")];
  for (const one of waiting) await save(form, one);
}

// Where somebody else answered meanwhile: leaving the row does not write over their answer.
function offerMine(form, row) {
  row.dataset.met = "";
  offer(row, "Save mine instead", () => {
    delete row.dataset.met;
    save(form, row);
  });
}

function meet(form, row, words) {
  let shown = row.querySelector(".app-grid__meanwhile");
  if (!words) {
    shown?.remove();
    return;
  }
  if (!shown) {
    shown = document.createElement("span");
    shown.className = "app-grid__meanwhile";
    row.querySelector(".app-grid__said").before(shown);
  }
  shown.textContent = words;
  offerMine(form, row);
}

// What is on its way and needs no reason arrives even when the page is left.
function arrives(row, now) {
  const rating = row.querySelector("[type=radio]:checked")?.value;
  const reason = row.querySelector('[name^="reason_"]').value.trim();
  return now === row.dataset.sent && (rating === KEYS.g || Boolean(rating && reason));
}

function wouldBeLost(row) {
  const now = words(row);
  return now !== row.dataset.kept && !arrives(row, now);
}

function warnBeforeLeaving(form) {
  let sent = false;
  form.addEventListener("submit", () => (sent = true));
  window.addEventListener("pageshow", () => (sent = false));
  window.addEventListener("beforeunload", (event) => {
    if (!sent && [...form.querySelectorAll("[data-row]")].some(wouldBeLost)) event.preventDefault();
  });
}

async function save(form, row) {
  const now = words(row);
  if (now === row.dataset.kept) return;
  const said = row.querySelector(".app-grid__said");
  const data = typed(row);
  data.append("row", row.dataset.row);
  for (const name of ["csrfmiddlewaretoken", "late"]) {
    if (form.elements[name]) data.append(name, form.elements[name].value);
  }
  row.dataset.sent = now;
  try {
    const answer = await fetch(window.location.href, {
      method: "POST",
      keepalive: true,
      body: data,
      headers: { Accept: "application/json" },
    });
    if (!answer.ok || answer.redirected) throw new Error("not saved");
    const found = await answer.json();
    said.textContent = found.said;
    row.classList.toggle("app-grid__wrong", found.problem);
    row.classList.toggle("app-grid__saved", !found.problem && Boolean(found.said));
    row.querySelector('[name^="seen_"]').value = found.seen;
    if (!found.problem) row.dataset.kept = now;
    offer(row, found.offer, () => saveLate(form, found.offer));
    meet(form, row, found.meanwhile);
  } catch {
    said.textContent = "Not saved yet: press the button below the table";
  } finally {
    delete row.dataset.sent;
  }
}

// Where the browser does not let a box grow with its text by itself.
function grow(box) {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

function step(event) {
  const field = event.target;
  const row = field.closest("[data-row]");
  if (!row || field.type !== "radio") return;
  const rating = KEYS[event.key.toLowerCase()];
  if (rating && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const chosen = row.querySelector(`[value="${rating}"]`);
    chosen.checked = true;
    chosen.focus();
    event.preventDefault();
    return;
  }
  const to = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
  if (to === undefined) return;
  event.preventDefault(); // the browser would choose another answer
  const there = to?.querySelector("[type=radio]:checked") ?? to?.querySelector("[type=radio]");
  there?.focus();
}

export function startGrids() {
  for (const form of document.querySelectorAll('[data-module="app-grid"]')) {
    for (const row of form.querySelectorAll("[data-row]")) {
      if (!("unsaved" in row.dataset)) row.dataset.kept = words(row);
      if ("met" in row.dataset) offerMine(form, row);
      row.addEventListener("focusout", (event) => {
        const left = !row.contains(event.relatedTarget);
        if (left && !("met" in row.dataset)) save(form, row);
      });
    }
    warnBeforeLeaving(form);
    form.addEventListener("keydown", (event) => step(event));
    if (!CSS.supports("field-sizing", "content")) {
      form.addEventListener("input", ({ target }) => target.matches("textarea") && grow(target));
    }
  }
}
