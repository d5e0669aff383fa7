// Starts the design system's components; every page works without them.
import { initAll } from "../govuk/govuk-frontend.min.js";

initAll();
