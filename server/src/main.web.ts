import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { version } from "../../package.json";
import { clientFiles, clientImageDetails, clientImages } from "./clientPorts";
import { startServer } from "./server";

/** The worker's own global object; the project's TypeScript library set has no name for it. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  name: "drydock",
  version,
  rulesDocumentation: undefined,
  openPorts: (connection, capabilities) => ({
    files: clientFiles(connection, capabilities),
    localImages: clientImages(connection, capabilities),
    imageDetails: clientImageDetails(connection, capabilities),
  }),
});
