import { reportFailure } from "./protocol.js";

reportFailure("404");
