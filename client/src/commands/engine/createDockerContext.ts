import { join } from "node:path";
import type { TlsFiles } from "../../engine/endpoint";
import { contextNameProblem, createContext, listContexts } from "../../engine/endpoint/dockerContexts";
import { parseEndpoint } from "../../engine/endpoint/parseEndpoint";
import { readTlsFiles } from "../../engine/endpoint/readTlsFiles";
import type { QuestionStep, Verdict } from "../../ui/ui";
import type { Command, DockerCommandLine } from "../command";
import type { CommandHost } from "../commandHost";
import { copyAction } from "../copyAction";
import { useInWindow } from "./useDockerContext";

type Key = "name" | "host" | "tls" | "certificates" | "description";

/** What the engine behind a TCP port asks of those who connect. */
const tlsChoices = {
  verified: "With TLS, and only an engine whose certificate is right",
  unverified: "With TLS, whatever certificate the engine shows",
  none: "Without TLS: nothing is encrypted, and whoever reaches the port rules the machine",
} as const;

export const createDockerContext: Command = {
  id: "engine.createContext",
  title: "Create Docker Context…",
  palette: "always",

  async run(host) {
    const { ui, dockerContexts } = host;
    const answers = await ui.askSteps("Create Docker Context", await steps(host));
    if (!answers) return;
    const { name, description } = answers;
    const address = answers.host.trim();
    const folder = withHome(host, answers.certificates);
    const wantsTls = answers.tls === "verified" || answers.tls === "unverified";
    const tls = wantsTls
      ? { ...(await readTlsFiles(folder)), verify: answers.tls === "verified" }
      : undefined;
    await createContext(dockerContexts.configFolder, {
      name,
      description,
      host: address,
      ...(tls && { tls }),
    });
    ui.report({
      severity: "information",
      message: `Created the Docker context “${name}”.`,
      actions: [
        { label: "Use in This Window", run: () => useInWindow(host, name) },
        copyAction(host, createLine({ name, description, address, tls, folder })),
      ],
    });
  },
};

async function steps(host: CommandHost): Promise<QuestionStep<Key>[]> {
  const { configFolder, environment } = host.dockerContexts;
  const taken = new Set((await listContexts(configFolder)).map(({ name }) => name));
  return [
    {
      key: "name",
      question: () => ({
        type: "input",
        prompt: "Name the Docker context.",
        placeholder: "my-server",
        validate: (value) =>
          refusal(
            taken.has(value) ? `There is a Docker context “${value}” already.` : contextNameProblem(value),
          ),
      }),
    },
    {
      key: "host",
      question: () => ({
        type: "input",
        prompt:
          "Where does the engine listen? ssh is safe without further ado; it uses your own ssh settings.",
        placeholder: "ssh://me@host, tcp://host:2376 or unix:///path/docker.sock",
        validate: (value) => refusal(addressProblem(value)),
      }),
    },
    {
      key: "tls",
      question: ({ host: address = "" }) =>
        parseEndpoint(address).kind === "tcp"
          ? {
              type: "pick",
              placeholder: "How should Drydock connect to that engine?",
              items: Object.entries(tlsChoices).map(([value, label]) => ({ label, value })),
            }
          : undefined,
    },
    {
      key: "certificates",
      question: ({ tls }) =>
        tls === "verified" || tls === "unverified"
          ? {
              type: "input",
              prompt: "The folder with ca.pem, cert.pem and key.pem. They are copied.",
              value: environment["DOCKER_CERT_PATH"] ?? configFolder,
              validate: async (value) => refusal(await folderProblem(withHome(host, value), tls)),
            }
          : undefined,
    },
    {
      key: "description",
      question: () => ({ type: "input", prompt: "Describe it in a few words, or leave this empty." }),
    },
  ];
}

function refusal(message: string | undefined): Verdict | undefined {
  return message === undefined ? undefined : { severity: "error", message };
}

function addressProblem(text: string): string | undefined {
  if (text.trim() === "") return "An address is needed, for example ssh://me@host.";
  try {
    parseEndpoint(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function folderProblem(folder: string, tls: "verified" | "unverified"): Promise<string | undefined> {
  const { ca, certificate, key } = await readTlsFiles(folder).catch(() => ({
    ca: undefined,
    certificate: undefined,
    key: undefined,
  }));
  if ((certificate === undefined) !== (key === undefined))
    return "This folder must contain both cert.pem and key.pem, or neither. Type the folder that contains them.";
  if (tls === "verified" && ca === undefined && certificate === undefined)
    return "No ca.pem and no cert.pem can be read in this folder. Type the folder that contains them; they are copied.";
  return undefined;
}

/** A leading `~` is what a person types, and no folder's name. */
function withHome({ dockerContexts }: CommandHost, path: string): string {
  return path === "~" || path.startsWith("~/") ? join(dockerContexts.homeFolder, path.slice(1)) : path;
}

interface Created {
  readonly name: string;
  readonly description: string;
  readonly address: string;
  readonly tls: TlsFiles | undefined;
  /** Where the certificates were read. */
  readonly folder: string;
}

/** The CLI reads the endpoint as a row of a CSV file, so a value that holds a comma or quote is quoted as there. */
function createLine({ name, description, address, tls, folder }: Created): DockerCommandLine {
  const fields = [
    `host=${address}`,
    ...Object.entries({ ca: tls?.ca, cert: tls?.certificate, key: tls?.key }).flatMap(([file, pem]) =>
      pem === undefined ? [] : [`${file}=${join(folder, `${file}.pem`)}`],
    ),
    ...(tls?.verify === false ? ["skip-tls-verify=true"] : []),
  ].map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field));
  return [
    "docker",
    "context",
    "create",
    ...(description === "" ? [] : ["--description", description]),
    "--docker",
    fields.join(","),
    name,
  ];
}
