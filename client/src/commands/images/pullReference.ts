import type { CommandHost } from "../commandHost";
import { copyAction } from "../copyAction";
import { registryServer } from "../registries/registryServer";
import { reportingWaits } from "../registries/reportingWaits";
import { withLogin } from "../registries/withLogin";
import { findImage } from "./chooseImages";
import { rememberPulled } from "./knownReferences";
import { transferLog } from "./transferLog";

/** Pulls an image with its progress by layers, and offers to run it. Without a platform the engine takes its own. */
export async function pullReference(host: CommandHost, reference: string, platform?: string): Promise<void> {
  const { ui } = host;
  const engine = await host.engine();
  const output = ui.output("Drydock Transfers");
  const words = platform === undefined ? reference : `${reference} for ${platform}`;
  output.append(`Pulling ${words}\n`);
  const pulling = withLogin(host, registryServer(reference), "only when asked", (credential) =>
    ui.progress(`Pulling ${words}`, ({ signal, report }) =>
      engine.images.pull(reference, {
        signal,
        onProgress: transferLog({ append: (text) => output.append(text), report }),
        ...(credential && { credential }),
        ...(platform !== undefined && { platform }),
      }),
    ),
  );
  const ended = await reportingWaits(host, reference, `Pulling ${words}`, pulling);
  if (ended === "given up") return;
  await rememberPulled(host, reference);
  const image = await findImage(engine, reference);
  const subjects = image ? [image] : [];
  ui.report({
    severity: "information",
    message: `Pulled ${words}.`,
    actions: [
      { label: "Run…", run: () => host.run("images.run", subjects) },
      copyAction(host, [
        "docker",
        "pull",
        ...(platform === undefined ? [] : ["--platform", platform]),
        reference,
      ]),
    ],
  });
}

/** The engine would pull every tag of a repository without one; docker's command line means `latest`. */
export function withTagOrDigest(reference: string): string {
  const named = reference.includes("@") || reference.includes(":", reference.lastIndexOf("/") + 1);
  return named ? reference : `${reference}:latest`;
}
