// Starts the components; every page works without them.
import { initAll } from "../govuk/govuk-frontend.min.js";
import { startGrids } from "./grid.js";
import { startProgress } from "./progress.js";
import { startReveals } from "./reveal.js";
import { startWide } from "./wide.js";

initAll();
startReveals();
startProgress();
startGrids();
startWide();
