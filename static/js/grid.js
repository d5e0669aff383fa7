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

// Where the quarter was closed meanwhile, its row offers what the page's own button then does too.
function offer(form, row, label) {
  const said = row.querySelector(".app-grid__said");
  row.querySelector(".app-grid__offer")?.remove();
  if (!label) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary app-grid__offer";
  button.textContent = label;
  button.addEventListener("click", async () => {
    if (!form.elements.late) {
      const late = document.createElement("input");
      Object.assign(late, { type: "hidden", name: "late", value: "yes" });
      form.append(late);
      form.querySelector("#save-answers").textContent = label;
    }
    const waiting = [...form.querySelectorAll("[data-row]:has(.app-grid__offer)")];
    said.tabIndex = -1;
    said.focus();
    for (const one of waiting) await save(form, one);
  });
  said.after(button);
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
  try {
    const answer = await fetch(window.location.href, {
      method: "POST",
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
    offer(form, row, found.offer);
  } catch {
    said.textContent = "Not saved yet: press the button below the table";
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
      row.dataset.kept = words(row);
      row.addEventListener("focusout", (event) => {
        if (!row.contains(event.relatedTarget)) save(form, row);
      });
    }
    form.addEventListener("keydown", (event) => step(event));
    if (!CSS.supports("field-sizing", "content")) {
      form.addEventListener("input", ({ target }) => target.matches("textarea") && grow(target));
    }
  }
}
