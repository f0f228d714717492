import type { InstructionEntry } from "../instruction";
import { copyFlags } from "./copyFlags";

const { chmod, chown, exclude, link } = copyFlags("ADD");

export const add: InstructionEntry = {
  keyword: "ADD",
  summary: "Brings files into the image, and can also unpack archives and fetch URLs or Git repositories.",
  does: "Works like `COPY`, with three more talents. A local tar archive is unpacked at the destination. A URL is downloaded. A Git address is cloned.",
  adds: "layer",
  changes: "Adds a layer with the files.",
  trap: "Use `COPY` for plain files: `ADD` unpacks an archive even where you meant to copy it. A downloaded archive, however, stays packed unless you say `--unpack`.",
  examples: [
    "ADD rootfs.tar.xz /",
    "ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool.tar.gz /tmp/",
    "ADD https://github.com/moby/buildkit.git#v0.14.1 /src/",
  ],
  signatures: [
    {
      label: "ADD [flags] source… destination",
      does: "Paths without blanks.",
      parameters: [
        {
          label: "[flags]",
          does: "Any of `--checksum`, `--chmod`, `--chown`, `--exclude`, `--keep-git-dir`, `--link`, `--unpack`.",
        },
        {
          label: "source…",
          does: "A path or pattern in the build context, a URL, a Git address, or a heredoc marker.",
          repeats: true,
        },
        {
          label: "destination",
          does: "Where it goes. Relative to WORKDIR; ends in `/` when it is a directory, and must with several sources.",
        },
      ],
    },
    {
      label: 'ADD [flags] ["source", … "destination"]',
      does: "A JSON array, needed for paths with blanks.",
      parameters: [
        { label: "[flags]", does: "The flags stand before the array." },
        { label: '"source"', does: "A path, pattern, URL or Git address.", repeats: true },
        { label: '"destination"', does: "The last string: a path in the image." },
      ],
    },
  ],
  snippets: [
    {
      title: "ADD a local archive",
      body: "ADD ${1:archive.tar.gz} ${2:/opt/}",
      does: "Unpacks a tar archive of the build context.",
    },
    {
      title: "ADD a URL with a checksum",
      body: "ADD --checksum=sha256:${1:hash} ${2:https://example.com/file} ${3:/usr/local/bin/}",
      does: "Downloads a file and stops the build if it is not the one you expected.",
    },
    {
      title: "ADD a URL and unpack it",
      body: "ADD --unpack=true --checksum=sha256:${1:hash} ${2:https://example.com/archive.tar.gz} ${3:/opt/}",
      does: "Downloads an archive, checks it and unpacks it, all in one layer.",
    },
    {
      title: "ADD a Git repository",
      body: "ADD ${1:https://github.com/owner/repository.git}#${2:v1.0.0} ${3:/src/}",
      does: "Clones one tag, branch or commit of a repository.",
    },
  ],
  flags: [
    {
      name: "checksum",
      value: { kind: "checksum" },
      does: "Stops the build when what was fetched is not what you expect. `sha256:…` for a URL, a commit hash for a Git address.",
      trap: "It is for remote sources only; on a local path the build fails. SHA-256 is the only algorithm for URLs.",
      example:
        "ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool /usr/local/bin/",
      repeatable: false,
      since: "1.6",
      labsSince: "1.5",
      documentation: "https://docs.docker.com/reference/dockerfile/#add---checksum",
    },
    chmod,
    chown,
    exclude,
    {
      name: "keep-git-dir",
      value: { kind: "boolean" },
      does: "Keeps the `.git` directory of a repository that is added, for builds that ask Git for the version.",
      trap: "The whole history ends up in the layer. Do it in a build stage, not in the final one.",
      example: "ADD --keep-git-dir=true https://github.com/moby/buildkit.git#v0.14.1 /src/",
      repeatable: false,
      default: "false",
      since: "1.1",
      documentation: "https://docs.docker.com/reference/dockerfile/#add---keep-git-dir",
    },
    link,
    {
      name: "unpack",
      value: { kind: "boolean" },
      does: "Says whether tar archives are unpacked. Without it local archives are, downloaded ones are not.",
      trap: "Only tar archives count, packed with gzip, bzip2, xz or zstd or not at all. A zip file is copied as it is.",
      example: "ADD --unpack=true https://example.com/archive.tar.gz /opt/",
      repeatable: false,
      since: "1.17",
      documentation: "https://docs.docker.com/reference/dockerfile/#add---unpack",
    },
  ],
  argument: { form: "words", minimum: 2, maximum: undefined, execForm: "accepted", heredocs: true },
  places: ["stage", "trigger"],
  expandedBy: "builder",
  documentation: "https://docs.docker.com/reference/dockerfile/#add",
};
