// Staff pages work without this file; it only makes some of them quicker.
import { start } from "./modules/start.js";

await start(document);
