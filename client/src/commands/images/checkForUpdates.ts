import type { Engine } from "../../engine/engine";
import { isEngineError } from "../../engine/isEngineError";
import { splitReference } from "../../engine/reference";
import { taggedImageRows } from "../../selection/contextValue";
import type { ImageSubject } from "../../selection/subject";
import type { Command } from "../command";
import type { CommandHost } from "../commandHost";
import { registryServer } from "../registries/registryServer";
import { chooseImages } from "./chooseImages";
import { pullReference } from "./pullReference";

/** Compares what is here with what the registries have under the same names. Asks them only now, and pulls nothing. */
export const checkForUpdates: Command<ImageSubject> = {
  id: "images.checkForUpdates",
  title: "Check for Updates",
  icon: "sync",
  on: ["image"],
  menus: [{ menu: "view/item/context", rows: taggedImageRows, group: "4_registry@3" }],
  palette: "always",

  async run(host, selected) {
    const subjects = await chooseImages(host, selected, {
      title: "Check for Updates",
      placeholder: "Which images do you want to compare with their registries?",
      only: "tagged",
    });
    const references = subjects.filter(isNamed);
    if (references.length === 0) return;
    const engine = await host.engine();
    const checks = await host.ui.progress("Asking the registries", async ({ signal, report }) => {
      const waiting = [...references];
      const done: Check[] = [];
      const worker = async () => {
        for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
          report(next.reference, done.length / references.length);
          done.push(await check(host, engine, next));
        }
      };
      await Promise.all([worker(), worker(), worker(), worker()]);
      return done;
    });
    tell(host, checks);
  },
};

type Named = ImageSubject & { readonly reference: string };

interface Check {
  readonly reference: string;
  readonly result: "newer" | "same" | "gone" | "local" | "failed";
  readonly words: string;
}

function isNamed(subject: ImageSubject): subject is Named {
  return subject.reference !== undefined && splitReference(subject.reference).digest === undefined;
}

async function check(host: CommandHost, engine: Engine, { reference, image }: Named): Promise<Check> {
  const prefix = `${splitReference(reference).repository}@`;
  const here = image.digests
    .filter((digest) => digest.startsWith(prefix))
    .map((digest) => digest.slice(prefix.length));
  if (here.length === 0) {
    const words = "was built here and never pushed under this name, so no registry has a newer one";
    return { reference, result: "local", words };
  }
  try {
    const credential = await host.credentials.credentialFor(registryServer(reference));
    const there = await engine.registries.digest(reference, credential);
    if (here.includes(there)) return { reference, result: "same", words: `is up to date: ${brief(there)}` };
    return {
      reference,
      result: "newer",
      words: `has a newer version in the registry: ${brief(there)} instead of ${brief(here[0] ?? "")}`,
    };
  } catch (error) {
    if (!isEngineError(error)) throw error;
    if (error.kind === "not-found")
      return { reference, result: "gone", words: "is no longer in the registry" };
    return { reference, result: "failed", words: `could not be checked: ${error.message}` };
  }
}

/** Enough to tell digests apart. */
function brief(digest: string): string {
  return digest.slice(0, "sha256:".length + 12);
}

function tell(host: CommandHost, checks: readonly Check[]): void {
  const newer = checks.filter(({ result }) => result === "newer").map(({ reference }) => reference);
  const failed = checks.filter(({ result }) => result === "failed");
  const [only] = checks;
  if (!only) return;
  const message =
    checks.length === 1
      ? `${only.reference} ${only.words}.`
      : `${newer.length} of ${checks.length} have a newer version${newer.length > 0 ? `: ${newer.join(", ")}` : ""}.${
          failed.length > 0 ? ` ${failed.length} could not be checked.` : ""
        }`;
  host.ui.report({
    severity: failed.length > 0 ? "warning" : "information",
    message,
    actions: [
      ...(newer.length > 0
        ? [
            {
              label: "Pull",
              run: async () => {
                for (const reference of newer) await pullReference(host, reference);
              },
            },
          ]
        : []),
      ...(checks.length > 1 ? [{ label: "Show Details", run: () => showDetails(host, checks) }] : []),
    ],
  });
}

function showDetails(host: CommandHost, checks: readonly Check[]): Promise<void> {
  const order: readonly Check["result"][] = ["newer", "failed", "gone", "local", "same"];
  const lines = checks
    .toSorted((one, other) => order.indexOf(one.result) - order.indexOf(other.result))
    .map(({ reference, words }) => `${reference} ${words}.`);
  return host.ui.showDocument({ name: "images/updates.txt", text: `${lines.join("\n")}\n` });
}
