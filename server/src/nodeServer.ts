import { homedir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../../package.json";
import { clientBuiltSteps, clientFiles, clientImageDetails, clientImages } from "./clientPorts";
import { diskFiles } from "./diskFiles";
import { userConfigPaths } from "./files/hadolintConfigNames";
import { filesByScheme } from "./filesByScheme";
import { createRegistryTags } from "./registryTags";
import { startServer } from "./server";
import { answerInTerminal } from "./serverArguments";
import { createShellCheckRunner } from "./shellcheckProgram";

const answer = answerInTerminal(process.argv.slice(2), version);
if (answer === undefined) serve();
else {
  console.log(answer);
  process.exitCode = process.argv.length > 2 ? 0 : 2;
}

function serve(): void {
  startServer(createConnection(ProposedFeatures.all), {
    name: "drydock",
    version,
    rulesDocumentation: pathToFileURL(join(__dirname, "../docs/rules.md")).href,
    openPorts: (connection, capabilities) => ({
      files: filesByScheme(diskFiles(), clientFiles(connection, capabilities)),
      shellcheck: createShellCheckRunner(),
      userConfigFiles: userConfigPaths(
        homedir(),
        process.env["XDG_CONFIG_HOME"] ?? process.env["LOCALAPPDATA"],
      ).map((path) => pathToFileURL(path).href),
      localImages: clientImages(connection, capabilities),
      imageDetails: clientImageDetails(connection, capabilities),
      builtSteps: clientBuiltSteps(connection, capabilities),
      registryTags: createRegistryTags(),
    }),
  });
}
