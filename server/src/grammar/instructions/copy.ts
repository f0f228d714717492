import type { InstructionEntry } from "../instruction";
import { copyFlags } from "./copyFlags";

const { chmod, chown, exclude, link } = copyFlags("COPY");

export const copy: InstructionEntry = {
  keyword: "COPY",
  summary: "Copies files from the build context, another stage or another image into this image.",
  does: "Takes files from the build context, the folder that the build was started on. With `--from` it takes them from a stage, an image or a named build context.",
  adds: "layer",
  changes: "Adds a layer with the files.",
  trap: "A directory's contents are copied, not the directory itself: `COPY src /app` fills `/app`, not `/app/src`. Files named in `.dockerignore` are not there to copy.",
  examples: [
    "COPY package.json package-lock.json ./",
    "COPY --from=build --chown=app:app /src/dist/ /app/",
    "COPY <<EOF /etc/motd\nWelcome aboard.\nEOF",
  ],
  signatures: [
    {
      label: "COPY [flags] source… destination",
      does: "Paths without blanks.",
      parameters: [
        {
          label: "[flags]",
          does: "Any of `--chmod`, `--chown`, `--exclude`, `--from`, `--link`, `--parents`.",
        },
        {
          label: "source…",
          does: "A path or pattern in the build context, or in what `--from` names. A heredoc marker writes a file in place.",
          repeats: true,
        },
        {
          label: "destination",
          does: "Where it goes. Relative to WORKDIR; ends in `/` when it is a directory, and must with several sources.",
        },
      ],
    },
    {
      label: 'COPY [flags] ["source", … "destination"]',
      does: "A JSON array, needed for paths with blanks.",
      parameters: [
        { label: "[flags]", does: "The flags stand before the array." },
        { label: '"source"', does: "A path or pattern.", repeats: true },
        { label: '"destination"', does: "The last string: a path in the image." },
      ],
    },
  ],
  snippets: [
    { title: "COPY", body: "COPY ${1:source} ${2:destination}", does: "Copies from the build context." },
    {
      title: "COPY --from a stage",
      body: "COPY --from=${1:build} ${2:/app/dist/} ${3:/app/}",
      does: "Copies what another stage built.",
    },
    {
      title: "COPY --chown",
      body: "COPY --chown=${1:user}:${2:group} ${3:.} ${4:/app/}",
      does: "Copies and gives the files to a user.",
    },
    {
      title: "COPY --link",
      body: "COPY --link ${1:source} ${2:/destination/}",
      does: "Copies into a layer that stays cached when the base changes.",
    },
    {
      title: "COPY --parents",
      body: "COPY --parents ${1:**/package.json} ${2:./}",
      does: "Copies and keeps the directories that the sources are in.",
    },
    {
      title: "COPY a heredoc",
      body: "COPY <<EOF ${1:/etc/app.conf}\n${2:text}\nEOF",
      does: "Writes a file whose text stands in the Dockerfile.",
    },
  ],
  flags: [
    chmod,
    chown,
    exclude,
    {
      name: "from",
      value: { kind: "source" },
      does: "Copies from a stage, an image or a named build context instead of the build context. Paths then start at its root.",
      trap: "A name that no earlier stage has is looked up as an image, so a typo makes the builder try to pull it. Variables are not expanded here.",
      example: "COPY --from=build /src/dist/ /app/",
      repeatable: false,
      documentation: "https://docs.docker.com/reference/dockerfile/#copy---from",
    },
    link,
    {
      name: "parents",
      value: { kind: "boolean" },
      does: "Keeps the directories of each source below the destination, and lets `**` match any depth.",
      trap: "A `/./` in the source marks where the kept part begins; without it the whole path is kept.",
      example: "COPY --parents packages/*/package.json ./",
      repeatable: false,
      default: "false",
      since: "1.20",
      labsSince: "1.7",
      documentation: "https://docs.docker.com/reference/dockerfile/#copy---parents",
    },
  ],
  argument: { form: "words", minimum: 2, maximum: undefined, execForm: "accepted", heredocs: true },
  places: ["stage", "trigger"],
  expandedBy: "builder",
  documentation: "https://docs.docker.com/reference/dockerfile/#copy",
};
