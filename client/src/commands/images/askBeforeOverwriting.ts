import type { RegistryCredential } from "../../engine/build";
import { EngineError } from "../../engine/engineError";
import type { Image } from "../../engine/image";
import { isEngineError } from "../../engine/isEngineError";
import { splitReference } from "../../engine/reference";
import type { CommandHost } from "../commandHost";
import { askLogin } from "../registries/askLogin";
import { registryServer, registryWords } from "../registries/registryServer";
import { checkReference } from "./checkReference";

/**
 * Asks where the registry has something else under the name that an image is to be pushed under, or where the engine
 * can't find out: whoever pulls by that name gets the new one from then on. Resolves to the name to push under, or
 * `undefined` where the person wants none.
 */
export async function askBeforeOverwriting(
  host: CommandHost,
  image: Image,
  reference: string,
): Promise<string | undefined> {
  for (let target = reference; ; ) {
    const found = await digestThere(host, target);
    if (found === "given up") return undefined;
    // An image knows its digest in a registry only once it was pushed there or pulled from there.
    if (isTheSame(image, found)) return target;
    const registry = registryWords(registryServer(target));
    const answer = await host.ui.pick({
      title: "Push Image",
      placeholder:
        found === "unsupported"
          ? `This engine can't check whether ${registry} already has another image under ${target}.`
          : `${registry} already has another image under ${target}.`,
      items: [
        found === "unsupported"
          ? { ...replace, label: "Push Anyway", detail: "If another image has this tag there, it loses it." }
          : {
              ...replace,
              label: `Replace ${target}`,
              detail: `The image that has this tag there loses it. It stays available as ${found.digest}.`,
            },
        { label: "Push Under Another Tag…", icon: "tag", value: "another tag" as const },
      ],
    });
    if (answer !== "another tag") return answer && target;
    const other = await askTag(host, target);
    if (other === undefined) return undefined;
    target = other;
  }
}

const replace = { icon: "replace", value: "replace" } as const;

function isTheSame(image: Image, found: Found): boolean {
  if (found === "unsupported") return false;
  return found.digest === undefined || image.digests.some((digest) => digest.endsWith(`@${found.digest}`));
}

/** The digest is undefined where the registry has nothing under that name, or does not say: then the push itself says what is wrong. */
type Found = { readonly digest: string | undefined } | "unsupported";

/** A registry that wants a login gets it now, as it would by the push. */
async function digestThere(host: CommandHost, reference: string): Promise<Found | "given up"> {
  const server = registryServer(reference);
  const credential = await host.credentials.credentialFor(server);
  try {
    return { digest: await askRegistry(host, reference, credential) };
  } catch (error) {
    if (!isEngineError(error) || endsThePush.some((kind) => kind === error.kind)) throw error;
    // Podman's API has no such question.
    if (error.kind === "unsupported") return "unsupported";
    if (error.kind !== "registry-unauthorized" || credential) return { digest: undefined };
    const login = await askLogin(host, server, `${registryWords(server)} needs a login for this.`);
    return login ? digestThere(host, reference) : "given up";
  }
}

async function askRegistry(
  host: CommandHost,
  reference: string,
  credential: RegistryCredential | undefined,
): Promise<string> {
  const { registries } = await host.engine();
  const title = `Asking ${registryWords(registryServer(reference))} for ${reference}`;
  return host.ui.progress(title, ({ signal }) =>
    Promise.race([registries.digest(reference, credential), cancelled(signal)]),
  );
}

/** Where the push would only fail again, after as long a wait. */
const endsThePush = ["cancelled", "registry-unreachable", "registry-insecure"] as const;

/** A registry that is silent keeps nobody waiting longer than they want. */
function cancelled(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const cancel = () => reject(new EngineError("cancelled", "Cancelled."));
    signal.addEventListener("abort", cancel, { once: true });
  });
}

async function askTag(host: CommandHost, reference: string): Promise<string | undefined> {
  const { repository, tag = "latest" } = splitReference(reference);
  const typed = await host.ui.input({
    title: "Push Image",
    prompt: `Push as ${repository} with which tag?`,
    value: tag,
    validate: (value) =>
      value.trim() === ""
        ? { severity: "error", message: "Type a tag." }
        : checkReference(`${repository}:${value.trim()}`, "to name an image"),
  });
  return typed === undefined ? undefined : `${repository}:${typed.trim()}`;
}
