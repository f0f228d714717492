import { dockerHubServer, parseReference, splitReference } from "../../engine/reference";
import { taggedImageRows } from "../../selection/contextValue";
import type { ImageSubject } from "../../selection/subject";
import type { Command, DockerCommandLine } from "../command";
import type { CommandHost } from "../commandHost";
import { copyAction } from "../copyAction";
import { askLogin } from "../registries/askLogin";
import { registryServer, registryWords } from "../registries/registryServer";
import { withLogin } from "../registries/withLogin";
import { askBeforeOverwriting } from "./askBeforeOverwriting";
import { chooseImage } from "./chooseImages";
import { transferLog } from "./transferLog";

export const pushImage: Command<ImageSubject> = {
  id: "images.push",
  title: "Push…",
  icon: "cloud-upload",
  on: ["image"],
  menus: [
    { menu: "view/item/context", rows: taggedImageRows, group: "inline@2" },
    { menu: "view/item/context", rows: taggedImageRows, group: "4_registry@2" },
  ],
  palette: "always",

  async run(host, selected) {
    const subject = await chooseImage(
      host,
      selected.filter(({ reference }) => reference !== undefined),
      { title: "Push Image", placeholder: "Which image?", only: "tagged" },
    );
    if (subject?.reference === undefined) return;
    const wanted = await pushTarget(host, subject.reference);
    const target = wanted && (await askBeforeOverwriting(host, subject.image, wanted));
    if (target === undefined) return;
    const engine = await host.engine();
    if (target !== subject.reference) await engine.images.tag(subject.image.id, target);
    await push(host, subject.reference, target);
  },

  equivalent: ({ reference }) => (reference === undefined ? undefined : ["docker", "push", reference]),
};

/**
 * The name to push under. Docker Hub takes only what begins with a user or organization, so a name that the person
 * can't own there is found out before a byte is sent, and another one offered.
 */
async function pushTarget(host: CommandHost, reference: string): Promise<string | undefined> {
  if (registryServer(reference) !== dockerHubServer) return reference;
  const { ui, credentials } = host;
  const login =
    (await credentials.credentialFor(dockerHubServer)) ??
    (await askLogin(host, dockerHubServer, "Pushing to Docker Hub needs a login."));
  if (!login) return undefined;
  if (login.user === undefined || login.user === "<token>") return reference;

  const { path, tag = "latest" } = parseReference(reference);
  const namespace = path.slice(0, path.indexOf("/"));
  const user = login.user.toLowerCase();
  if (namespace === user) return reference;

  const own = `${user}/${path.slice(path.indexOf("/") + 1)}:${tag}`;
  const isOfficial = namespace === "library";
  const items = [
    { label: `Tag as ${own} and push that`, description: "yours", icon: "tag", value: own },
    ...(isOfficial
      ? []
      : [
          {
            label: `Push ${reference} as it is`,
            description: `works where you may write to ${namespace}`,
            icon: "organization",
            value: reference,
          },
        ]),
  ];
  return ui.pick({
    title: "Push Image",
    placeholder: isOfficial
      ? "A name without a user belongs to Docker Hub's official images."
      : `You are logged in as ${login.user}, and ${namespace} is not your user.`,
    items,
  });
}

async function push(host: CommandHost, source: string, target: string): Promise<void> {
  const { ui } = host;
  const engine = await host.engine();
  const server = registryServer(target);
  const output = ui.output("Drydock Transfers");
  output.append(`Pushing ${target}\n`);
  const ended = await withLogin(host, server, "only when asked", (credential) =>
    ui.progress(`Pushing ${target}`, ({ signal, report }) =>
      engine.images.push(target, {
        signal,
        onProgress: transferLog({ append: (text) => output.append(text), report }),
        ...(credential && { credential }),
      }),
    ),
  );
  if (ended === "given up") return;
  const digest = ended.result;
  output.append(`Pushed ${target} with digest ${digest}\n`);
  ui.report({
    severity: "information",
    message: `Pushed ${target} to ${registryWords(server)}. Its digest is ${digest}.`,
    actions: [
      { label: "Copy Digest", run: () => ui.copy(`${splitReference(target).repository}@${digest}`) },
      copyAction(host, pushLine(target)),
      ...(source === target ? [] : [{ label: "Copy Reference", run: () => ui.copy(target) }]),
    ],
  });
}

function pushLine(reference: string): DockerCommandLine {
  return ["docker", "push", reference];
}
