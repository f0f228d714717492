/** A label key with an agreed meaning. */
export interface LabelKey {
  readonly key: string;
  readonly does: string;
  /** What the value looks like. */
  readonly example: string;
  readonly form: "text" | "url" | "time" | "spdx" | "version" | "reference" | "digest";
  /** The key to use instead, for keys that are deprecated. */
  readonly insteadUse?: string;
  readonly documentation: string;
}

const oci =
  "https://github.com/opencontainers/image-spec/blob/main/annotations.md#pre-defined-annotation-keys";
const schema = "http://label-schema.org/rc1/";

function ociLabel(name: string, form: LabelKey["form"], does: string, example: string): LabelKey {
  return { key: `org.opencontainers.image.${name}`, form, does, example, documentation: oci };
}

function schemaLabel(
  name: string,
  form: LabelKey["form"],
  does: string,
  example: string,
  insteadUse: string,
): LabelKey {
  return {
    key: `org.label-schema.${name}`,
    form,
    does,
    example,
    insteadUse: `org.opencontainers.image.${insteadUse}`,
    documentation: schema,
  };
}

/** The keys of the OCI image specification in alphabetic order. */
export const ociLabels: readonly LabelKey[] = [
  ociLabel(
    "authors",
    "text",
    "Who is responsible for the image, best with a mail address.",
    "Ada Lovelace <ada@example.com>",
  ),
  ociLabel("base.digest", "digest", "The digest of the base image.", "sha256:…"),
  ociLabel("base.name", "reference", "The reference of the base image.", "docker.io/library/alpine:3.23"),
  ociLabel("created", "time", "When the image was built, as RFC 3339 has it.", "2026-01-31T12:00:00Z"),
  ociLabel("description", "text", "What the software in the image does.", "Shows a random cat."),
  ociLabel("documentation", "url", "Where its documentation is.", "https://example.com/docs"),
  ociLabel("licenses", "spdx", "The licences of the software inside, as an SPDX expression.", "MIT"),
  ociLabel("ref.name", "text", "The name of this version, where several are kept together.", "v1.2.3"),
  ociLabel("revision", "text", "The commit that it was built from.", "9c1b3e0"),
  ociLabel(
    "source",
    "url",
    "Where the source is. GitHub links the package to the repository by it.",
    "https://github.com/owner/repository",
  ),
  ociLabel("title", "text", "The name of the image for people.", "Cats"),
  ociLabel("url", "url", "Where to find out more about the image.", "https://example.com"),
  ociLabel("vendor", "text", "The organisation that distributes it.", "Example Ltd"),
  ociLabel("version", "version", "The version of the software, best a semantic one.", "1.2.3"),
];

/** Keys of before 2018, each with its successor. */
export const deprecatedLabels: readonly LabelKey[] = [
  schemaLabel("build-date", "time", "When the image was built.", "2026-01-31T12:00:00Z", "created"),
  schemaLabel(
    "description",
    "text",
    "What the software in the image does.",
    "Shows a random cat.",
    "description",
  ),
  schemaLabel("name", "text", "The name of the image.", "Cats", "title"),
  schemaLabel("url", "url", "Where to find out more.", "https://example.com", "url"),
  schemaLabel("usage", "url", "How to use it.", "https://example.com/docs", "documentation"),
  schemaLabel("vcs-ref", "text", "The commit that it was built from.", "9c1b3e0", "revision"),
  schemaLabel("vcs-url", "url", "Where the source is.", "https://github.com/owner/repository", "source"),
  schemaLabel("vendor", "text", "Who distributes it.", "Example Ltd", "vendor"),
  schemaLabel("version", "version", "The version of the software.", "1.2.3", "version"),
];

const byKey: ReadonlyMap<string, LabelKey> = new Map(
  [...ociLabels, ...deprecatedLabels].map((label) => [label.key, label]),
);

export function labelKey(key: string): LabelKey | undefined {
  return byKey.get(key);
}

/** Prefixes that Docker keeps for itself: https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations */
export const reservedLabelPrefixes: readonly string[] = ["com.docker.", "io.docker.", "org.dockerproject."];
