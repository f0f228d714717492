import { basename, dirname, join } from "node:path";
import type { BuildOptions, RegistryCredential } from "../../engine/build";
import { isBuildFailedError, isCancelled } from "../../engine/isEngineError";
import type { FileSubject } from "../../selection/subject";
import type { Command, DockerCommandLine } from "../command";
import type { CommandHost } from "../commandHost";
import { copyAction } from "../copyAction";
import { askBuild, type BuildAnswers, chooseDockerfile } from "./askBuild";
import { baseImageServers } from "./baseImageServers";
import { buildLog } from "./buildLog";
import { findImage } from "./chooseImages";
import { proposedReference } from "./proposedReference";
import { reportBuildFailure } from "./reportBuildFailure";

export const buildOutput = "Drydock Build";

export const buildImage: Command<FileSubject> = {
  id: "images.build",
  title: "Build Image…",
  icon: "tools",
  on: ["file"],
  menus: [
    {
      menu: "explorer/context",
      when: ["resourceLangId == dockerfile", "resourceScheme == file"],
      group: "4_drydock@1",
    },
    {
      menu: "editor/context",
      when: ["resourceLangId == dockerfile", "resourceScheme == file"],
      group: "4_drydock@1",
    },
    {
      menu: "editor/title/context",
      when: ["resourceLangId == dockerfile", "resourceScheme == file"],
      group: "4_drydock@1",
    },
    {
      menu: "editor/title/run",
      when: ["resourceLangId == dockerfile", "resourceScheme == file"],
      group: "navigation@1",
    },
    { menu: "view/title", view: "drydock.images", group: "navigation@2" },
  ],
  palette: "always",

  async run(host, [selected]) {
    const dockerfile = await chooseDockerfile(host, selected);
    if (dockerfile === undefined) return;
    const answers = await askBuild(host, dockerfile);
    if (!answers) return;
    if ((await host.workspace.save(dockerfile)) === "refused") {
      host.ui.report({
        severity: "error",
        message: `${basename(dockerfile)} could not be saved, so it was not built. Save it, then build again.`,
      });
      return;
    }
    await build(host, answers, selected?.target);
  },

  equivalent({ path, target }) {
    if (path === undefined) return undefined;
    const tag = proposedReference(basename(dirname(path)), { registry: "", user: undefined });
    return buildLine({ dockerfile: path, contextFolder: dirname(path), tag }, target);
  },
};

async function build(host: CommandHost, answers: BuildAnswers, target: string | undefined): Promise<void> {
  const { ui, buildProblems } = host;
  const { dockerfile, contextFolder, tag } = answers;
  const engine = await host.engine();
  const text = await host.workspace.readText(dockerfile);
  const output = ui.output(buildOutput);
  buildProblems.clear(dockerfile);
  output.begin();
  output.show();
  output.append(`Building ${tag} from ${dockerfile}\n`);

  const started = Date.now();
  try {
    await ui.progress(`Building ${tag}`, async ({ signal, report }) => {
      const log = buildLog({ append: (more) => output.append(more), report });
      const options: BuildOptions = {
        dockerfile,
        contextFolder,
        tags: [tag],
        ...(target !== undefined && { target }),
        credentials: await credentialsFor(host, text),
      };
      await engine.images.build(options, (event) => log.accept(event), signal);
    });
  } catch (error) {
    if (!isBuildFailedError(error)) {
      output.append(isCancelled(error) ? "Cancelled.\n" : "The build broke off.\n");
      throw error;
    }
    reportBuildFailure(host, { dockerfile, text, tag, failure: error.failure });
    return;
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  output.append(`Built ${tag} in ${seconds} s.\n`);
  const image = await findImage(engine, withTag(tag));
  const subjects = image ? [image] : [];
  ui.report({
    severity: "information",
    message: `Built ${tag} in ${seconds} s.`,
    actions: [
      { label: "Run…", run: () => host.run("images.run", subjects) },
      { label: "Push…", run: () => host.run("images.push", subjects) },
      copyAction(host, buildLine(answers, target)),
    ],
  });
}

/** Only the logins of registries that the Dockerfile names leave this machine's docker config. */
async function credentialsFor(
  { credentials }: CommandHost,
  dockerfile: string,
): Promise<RegistryCredential[]> {
  const found = await Promise.all(
    baseImageServers(dockerfile).map((server) => credentials.credentialFor(server)),
  );
  return found.filter((credential) => credential !== undefined);
}

/** `-f` is given only where it is not what docker would take anyway. */
function buildLine(
  { dockerfile, contextFolder, tag }: BuildAnswers,
  target: string | undefined,
): DockerCommandLine {
  const file = dockerfile === join(contextFolder, "Dockerfile") ? [] : ["-f", dockerfile];
  const stage = target === undefined ? [] : ["--target", target];
  return ["docker", "build", "-t", tag, ...stage, ...file, contextFolder];
}

/** As the engine lists it: without a tag the image was given `latest`. */
function withTag(reference: string): string {
  return reference.includes(":", reference.lastIndexOf("/") + 1) ? reference : `${reference}:latest`;
}
