import { join } from "node:path";
import { runCompiled } from "./compiledCode";
import { optimizeLater } from "./optimizeLater";

optimizeLater("long");
// The server itself is a file of its own, so that it can be loaded from what an earlier run compiled.
runCompiled(join(__dirname, "nodeServer.js"));
