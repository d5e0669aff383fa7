// Says above a table or chart that it is wider than its frame, which scrolls sideways.
// Without it the shadow at the edge of the frame says so.

const SAID = "Wider than the page: scroll it sideways to see the rest.";

function look(frame) {
  const isWide = frame.scrollWidth > frame.clientWidth + 1;
  const before = frame.previousElementSibling;
  const note = before?.classList.contains("app-scroll__note") ? before : null;
  frame.classList.toggle("app-scroll--wide", isWide);
  if (isWide && !note) {
    const said = document.createElement("p");
    said.className = "govuk-hint app-scroll__note app-no-print";
    said.textContent = SAID;
    frame.before(said);
  }
  if (!isWide && note) note.remove();
}

export function startWide() {
  // Told of a frame that is opened within details, too, and of a screen that is turned.
  const watch = new ResizeObserver((seen) => seen.forEach((one) => look(one.target)));
  for (const frame of document.querySelectorAll(".app-scroll")) watch.observe(frame);
}
