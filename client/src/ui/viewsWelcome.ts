import { connectionWordings } from "./connectionWordings";
import type { Wording } from "./wording";

/** One of the texts that a view shows where its rows would be, as the manifest holds it. */
export interface ViewWelcome {
  readonly view: string;
  readonly contents: string;
  readonly when?: string;
}

/** All welcome texts of the views. The manifest can hold no values, so a wording's own are left out. */
export function viewsWelcome(): ViewWelcome[] {
  const connection = connectionWelcomes();
  const ofEngine = ["drydock.images", "drydock.containers"].flatMap((view) =>
    [...connection, empty(view)].map(({ state, when = `drydock.engine == ${state}`, contents }) => ({
      view,
      contents,
      when,
    })),
  );
  return [...ofEngine, { view: "drydock.browser", contents: inBrowser }];
}

const inBrowser = lines(
  "A web page can't reach a Docker engine, so there are no images and containers here, and nothing can be built or run.",
  "Open this folder in VS Code on your machine or in a codespace to use them. The language features work here, too: problems and their fixes, completion, hovers, formatting.",
);

interface Welcome {
  readonly state: string;
  readonly when?: string;
  readonly contents: string;
}

function connectionWelcomes(): Welcome[] {
  const failures = Object.entries(connectionWordings).flatMap(([kind, wording]) => [
    ...(wording.causes ?? []).map((cause) => failure(cause.cause, cause)),
    failure(kind, wording),
  ]);
  const before = [
    { state: "connecting", contents: "Connecting to the Docker engine…" },
    {
      state: "untrusted",
      contents:
        "Drydock does not contact a Docker engine until you trust this workspace, since its files could decide what is built and run. The language features work in the meantime.\n[Manage Trust](command:workbench.trust.manage)",
    },
  ];
  const told = [...before, ...failures].map(({ state }) => state);
  const others = [...told, "ready", "idle"].map((state) => `drydock.engine != ${state}`);
  return [
    ...before,
    ...failures,
    {
      state: "any other",
      when: ["drydock.engine", ...others].join(" && "),
      contents: lines(
        "The Docker engine can't be used, or Docker's settings don't name a usable one.",
        "The diagnosis says why.",
        ...steps,
      ),
    },
  ];
}

const steps = [
  "[Try Again](command:drydock.engine.refresh)",
  "[Diagnose Connection](command:drydock.engine.diagnose)",
  "[Use Docker Context…](command:drydock.engine.useContext)",
];

/** What helps a person who has no engine at all. */
const notFound =
  "[Docker](https://docs.docker.com/get-started/get-docker/) and [Podman](https://podman.io/docs/installation) both work; the language features work without either.";

function failure(state: string, { message, nextStep }: Wording): Welcome {
  const more = state === "engine-not-found" ? [notFound] : [];
  const texts = [message, nextStep].map(withoutValues);
  return { state, contents: lines(...texts, ...more, ...(state === "connection-lost" ? [] : steps)) };
}

function withoutValues(text: string): string {
  return text.replace(/ (?:at|to) \{engine\}| \{ssh\}/g, "").replace(": {words}", ".");
}

function empty(view: string): Welcome {
  const contents =
    view === "drydock.images"
      ? lines(
          "There are no images yet.",
          "Build one from a Dockerfile, or pull one from a registry.",
          "[Build Image…](command:drydock.images.build)",
          "[Pull Image…](command:drydock.images.pull)",
        )
      : lines(
          "There are no containers yet.",
          "Run an image to get one.",
          "[Run…](command:drydock.images.run)",
        );
  return { state: "ready", contents };
}

function lines(...texts: readonly string[]): string {
  return texts.join("\n");
}
