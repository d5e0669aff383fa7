// Shows what the chosen radio reveals and hides what the others do. The design system's own part
// puts aria-expanded on a radio, where the standard does not allow it.

const HIDDEN = "govuk-radios__conditional--hidden";

function refresh(group) {
  for (const radio of group.querySelectorAll("[data-reveals]")) {
    const revealed = document.getElementById(radio.dataset.reveals);
    revealed?.classList.toggle(HIDDEN, !radio.checked);
  }
}

export function startReveals() {
  for (const group of document.querySelectorAll('[data-module="app-reveal"]')) {
    group.addEventListener("change", () => refresh(group));
    window.addEventListener("pageshow", () => refresh(group));
    refresh(group);
  }
}
