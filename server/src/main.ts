import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../../package.json";
import { clientImages } from "./clientPorts";
import { diskFiles } from "./diskFiles";
import { startServer } from "./server";

startServer(createConnection(ProposedFeatures.all), {
  name: "drydock",
  version,
  rulesDocumentation: pathToFileURL(join(__dirname, "../docs/rules.md")).href,
  openPorts: (connection, capabilities) => ({
    files: diskFiles(),
    localImages: clientImages(connection, capabilities),
  }),
});
