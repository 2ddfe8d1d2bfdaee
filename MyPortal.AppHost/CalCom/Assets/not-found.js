import { reportFailure } from "./protocol.js";

reportFailure(document.documentElement.dataset.status);
