import type { InstructionEntry } from "../instruction";

export const run: InstructionEntry = {
  keyword: "RUN",
  summary: "Runs a command during the build and keeps what it changed in the image.",
  does: "The command runs in a fresh container of the stage so far. The files it leaves behind become a new layer. The result is kept in the build cache until something before it changes.",
  adds: "layer",
  changes: "Adds a layer with every file that the command made or changed.",
  trap: "Each RUN starts anew: `cd` and shell variables do not last to the next. A file deleted in a later RUN still lies in the earlier layer and still takes its space.",
  examples: [
    "RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*",
    "RUN --mount=type=cache,target=/root/.npm npm ci",
    "RUN <<EOF\nset -e\nmake\nmake install\nEOF",
  ],
  signatures: [
    {
      label: "RUN [flags] command",
      does: "Shell form: the line runs in `/bin/sh -c`, unless SHELL says otherwise.",
      parameters: [
        { label: "[flags]", does: "Any of `--device`, `--mount`, `--network`, `--security`." },
        {
          label: "command",
          does: "A shell command. `&&` joins several, and a `\\` at a line's end goes on to the next.",
        },
      ],
    },
    {
      label: 'RUN [flags] ["executable", "argument", …]',
      does: "Exec form: a JSON array, run without a shell.",
      parameters: [
        { label: "[flags]", does: "The flags stand before the array." },
        { label: '"executable"', does: "The program, found on the image's `PATH`." },
        {
          label: '"argument"',
          does: "Taken literally: no variables, no wildcards, no pipes.",
          repeats: true,
        },
      ],
    },
    {
      label: "RUN [flags] <<EOF … EOF",
      does: "Heredoc: the lines up to the word are the script. Needs syntax 1.4.",
      parameters: [
        { label: "[flags]", does: "The flags stand before the marker." },
        {
          label: "<<EOF",
          does: "Starts the script. Begin it with `set -e`, or a failing line does not stop the build.",
        },
      ],
    },
  ],
  snippets: [
    { title: "RUN", body: "RUN ${1:command}", does: "Runs a shell command." },
    {
      title: "RUN heredoc",
      body: "RUN <<EOF\nset -e\n${1:command}\nEOF",
      does: "Runs a script of several lines that stops at the first failure.",
    },
    {
      title: "RUN with a cache mount",
      body: "RUN --mount=type=cache,target=${1:/root/.cache} \\\\\n    ${2:command}",
      does: "Keeps a directory between builds, outside the image.",
    },
    {
      title: "RUN with a secret",
      body: "RUN --mount=type=secret,id=${1:token},env=${2:TOKEN} \\\\\n    ${3:command}",
      does: "Gives the command a secret that stays out of the image.",
    },
    {
      title: "RUN with a bind mount",
      body: "RUN --mount=type=bind,source=${1:package.json},target=${1:package.json} \\\\\n    ${2:command}",
      does: "Uses files of the build context without copying them.",
    },
    {
      title: "RUN with SSH",
      body: "RUN --mount=type=ssh ${1:git clone git@github.com:owner/repository.git}",
      does: "Lets the command use your SSH agent.",
    },
    {
      title: "RUN apt-get install",
      body: [
        "RUN apt-get update && apt-get install -y --no-install-recommends \\\\",
        "    ${1:package} \\\\",
        "    && rm -rf /var/lib/apt/lists/*",
      ].join("\n"),
      does: "Installs Debian or Ubuntu packages and leaves no lists behind.",
    },
    {
      title: "RUN apt-get install with cache mounts",
      body: [
        "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\\",
        "    --mount=type=cache,target=/var/lib/apt,sharing=locked \\\\",
        "    apt-get update && apt-get install -y --no-install-recommends ${1:package}",
      ].join("\n"),
      does: "Installs Debian or Ubuntu packages and keeps the downloads for the next build.",
    },
    {
      title: "RUN apk add",
      body: "RUN apk add --no-cache ${1:package}",
      does: "Installs Alpine packages and leaves no index behind.",
    },
    {
      title: "RUN with a user for the program",
      body: "RUN useradd --system --no-create-home --uid ${1:10001} ${2:app}\nUSER ${2:app}",
      does: "Makes a user without rights and runs as that user from here on.",
    },
  ],
  flags: [
    {
      name: "device",
      value: { kind: "device" },
      does: "Gives the command a device of the builder, such as a GPU, named as the Container Device Interface does.",
      trap: "The builder must allow it, and so must the build: `docker buildx build --allow device`.",
      example: "RUN --device=nvidia.com/gpu=all python train.py",
      repeatable: true,
      // Promoted from labs: https://github.com/moby/buildkit/releases/tag/dockerfile%2F1.27.0
      since: "1.27",
      labsSince: "1.14",
      documentation: "https://docs.docker.com/reference/dockerfile/#run---device",
    },
    {
      name: "mount",
      value: { kind: "mount" },
      does: "Makes files appear for this command only: a cache, a secret, an SSH agent, or files of the build context or a stage.",
      trap: "What lies in a mount never becomes part of the image. Copy what you want to keep to another place.",
      example: "RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt",
      repeatable: true,
      since: "1.2",
      labsSince: "1.0",
      documentation: "https://docs.docker.com/reference/dockerfile/#run---mount",
    },
    {
      name: "network",
      value: {
        kind: "choice",
        choices: [
          { value: "default", does: "The builder's usual network." },
          { value: "none", does: "No network. Proves that a step needs nothing from outside." },
          {
            value: "host",
            does: "The network of the builder's machine. The build must be started with `--allow network.host`.",
          },
        ],
      },
      does: "Chooses the network that the command can reach.",
      example: "RUN --network=none make test",
      repeatable: false,
      default: "default",
      since: "1.3",
      labsSince: "1.1",
      documentation: "https://docs.docker.com/reference/dockerfile/#run---network",
    },
    {
      name: "security",
      value: {
        kind: "choice",
        choices: [
          { value: "sandbox", does: "The usual confinement." },
          { value: "insecure", does: "Nearly all rights of the machine, like `docker run --privileged`." },
        ],
      },
      does: "Chooses whether the command runs confined or with nearly all rights of the builder's machine.",
      trap: "`insecure` works only when the builder allows it and the build is started with `--allow security.insecure`.",
      example: "RUN --security=insecure ./start-containerd.sh",
      repeatable: false,
      default: "sandbox",
      since: "1.20",
      labsSince: "1.1",
      documentation: "https://docs.docker.com/reference/dockerfile/#run---security",
    },
  ],
  // The builder lets an empty RUN pass: it runs an empty command.
  argument: { form: "command", minimum: 0, maximum: undefined, execForm: "accepted", heredocs: true },
  places: ["stage", "trigger"],
  expandedBy: "shell",
  documentation: "https://docs.docker.com/reference/dockerfile/#run",
};
