import { isEngineError } from "../../engine/isEngineError";
import { splitReference } from "../../engine/reference";
import { taggedImageRows } from "../../selection/contextValue";
import type { ImageSubject } from "../../selection/subject";
import type { Command } from "../command";
import type { CommandHost } from "../commandHost";
import { copyAction } from "../copyAction";
import { askLogin } from "../registries/askLogin";
import { registryServer, registryWords } from "../registries/registryServer";
import { reportingWaits } from "../registries/reportingWaits";
import { withLogin } from "../registries/withLogin";
import { askBeforeOverwriting } from "./askBeforeOverwriting";
import { checkReference } from "./checkReference";
import { chooseImage } from "./chooseImages";
import { pushTarget } from "./pushTarget";
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
    await pushAs(host, { ...subject, reference: subject.reference }, target);
  },

  equivalent: ({ reference }) => (reference === undefined ? undefined : ["docker", "push", reference]),
};

/** Pushes under a name, which the image gets first where it has another one. A registry that denies it is given other ways. */
async function pushAs(host: CommandHost, subject: TaggedSubject, target: string): Promise<void> {
  const engine = await host.engine();
  if (target !== subject.reference) await engine.images.tag(subject.image.id, target);
  try {
    await push(host, subject.reference, target);
  } catch (error) {
    if (!isEngineError(error) || error.kind !== "registry-denied") throw error;
    host.reportFailure(error, `Pushing ${target}`, [
      { label: "Push Under Another Name…", run: () => pushUnderAnotherName(host, subject, target) },
      { label: "Log In as Someone Else…", run: () => pushAsSomeoneElse(host, subject, target) },
    ]);
  }
}

type TaggedSubject = ImageSubject & { readonly reference: string };

async function pushUnderAnotherName(
  host: CommandHost,
  subject: TaggedSubject,
  denied: string,
): Promise<void> {
  const typed = await host.ui.input({
    title: "Push Under Another Name",
    prompt: `Under which name? ${registryWords(registryServer(denied))} denied ${denied}.`,
    value: denied,
    validate: (value) => checkReference(value, "to name an image"),
  });
  if (typed === undefined) return;
  const target = await askBeforeOverwriting(host, subject.image, typed.trim());
  if (target !== undefined) await pushAs(host, subject, target);
}

async function pushAsSomeoneElse(host: CommandHost, subject: TaggedSubject, target: string): Promise<void> {
  const server = registryServer(target);
  const login = await askLogin(host, server, `${registryWords(server)} denied this to the user so far.`);
  if (login) await pushAs(host, subject, target);
}

async function push(host: CommandHost, source: string, target: string): Promise<void> {
  const { ui } = host;
  const engine = await host.engine();
  const server = registryServer(target);
  const output = ui.output("Drydock Transfers");
  output.append(`Pushing ${target}\n`);
  const pushing = withLogin(host, server, "only when asked", (credential) =>
    ui.progress(`Pushing ${target}`, ({ signal, report }) =>
      engine.images.push(target, {
        signal,
        onProgress: transferLog({ append: (text) => output.append(text), report }),
        ...(credential && { credential }),
      }),
    ),
  );
  const ended = await reportingWaits(host, target, `Pushing ${target}`, pushing);
  if (ended === "given up") return;
  const digest = ended.result;
  output.append(`Pushed ${target} with digest ${digest}\n`);
  ui.report({
    severity: "information",
    message: `Pushed ${target} to ${registryWords(server)}. Its digest is ${digest}.`,
    actions: [
      { label: "Copy Digest", run: () => ui.copy(`${splitReference(target).repository}@${digest}`) },
      copyAction(host, ...(source === target ? [] : ([["docker", "tag", source, target]] as const)), [
        "docker",
        "push",
        target,
      ]),
      ...(source === target ? [] : [{ label: "Copy Reference", run: () => ui.copy(target) }]),
    ],
  });
}
