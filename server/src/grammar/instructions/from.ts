import type { InstructionEntry } from "../instruction";

export const from: InstructionEntry = {
  keyword: "FROM",
  summary: "Starts a stage of the build from a base image.",
  does: "Everything after it, up to the next FROM, builds on that image. Several FROM make several stages; the last one, or the target you ask for, becomes the image.",
  adds: "layer",
  changes: "Starts with all layers and the configuration of the base image.",
  trap: "Without a tag the builder takes `latest`, which is another image next month. Name a version, or pin a digest.",
  examples: [
    "FROM alpine:3.23",
    "FROM node:22-slim AS build",
    "FROM --platform=$BUILDPLATFORM golang:1.25 AS build",
  ],
  signatures: [
    {
      label: "FROM [--platform=…] image[:tag][@digest] [AS name]",
      does: "A base image from a registry or from the engine.",
      parameters: [
        { label: "[--platform=…]", does: "Which platform of the base image to take." },
        {
          label: "image",
          does: "`alpine`, `owner/name`, `ghcr.io/owner/name`; or `scratch`, which is empty.",
        },
        { label: "[:tag]", does: "The version. `latest` when left out." },
        { label: "[@digest]", does: "Pins the exact image, whatever the tag comes to mean." },
        {
          label: "[AS name]",
          does: "Names the stage, in lower case, for `COPY --from` and later FROM lines.",
        },
      ],
    },
    {
      label: "FROM stage [AS name]",
      does: "Goes on from an earlier stage of this file.",
      parameters: [
        { label: "stage", does: "The name of an earlier stage." },
        { label: "[AS name]", does: "Names the new stage." },
      ],
    },
  ],
  snippets: [
    { title: "FROM", body: "FROM ${1:image}:${2:tag}", does: "Starts from a base image." },
    {
      title: "FROM … AS",
      body: "FROM ${1:image}:${2:tag} AS ${3:build}",
      does: "Starts a stage with a name.",
    },
    {
      title: "FROM for cross-compiling",
      body: "FROM --platform=\\$BUILDPLATFORM ${1:golang}:${2:1.25} AS ${3:build}\nARG TARGETOS\nARG TARGETARCH",
      does: "A stage that runs on the builder's own platform and builds for another.",
    },
    {
      title: "FROM scratch",
      body: 'FROM scratch\nCOPY --from=${1:build} ${2:/out/app} /${3:app}\nENTRYPOINT ["/${3:app}"]',
      does: "An empty image that holds one program.",
    },
    {
      title: "Two stages",
      body: [
        "FROM ${1:node:22} AS build",
        "WORKDIR /src",
        "COPY . .",
        "RUN ${2:npm ci && npm run build}",
        "",
        "FROM ${3:node:22-slim}",
        "WORKDIR /app",
        "COPY --from=build ${4:/src/dist} ./",
        'CMD [${5:"node", "server.js"}]',
      ].join("\n"),
      does: "One stage builds, the other ships the result without the tools.",
    },
  ],
  flags: [
    {
      name: "platform",
      value: { kind: "platform" },
      does: "Chooses the platform when the base image has several. Otherwise the platform that the build is for is taken.",
      trap: "A fixed platform makes every build produce that one. To build tools on the builder's own, write `$BUILDPLATFORM`.",
      example: "FROM --platform=$BUILDPLATFORM golang:1.25 AS build",
      repeatable: false,
      default: "$TARGETPLATFORM",
      documentation: "https://docs.docker.com/reference/dockerfile/#from",
    },
  ],
  argument: { form: "words", minimum: 1, maximum: 3, counts: [1, 3], execForm: "refused", heredocs: false },
  places: ["preamble", "stage"],
  expandedBy: "builderGlobal",
  documentation: "https://docs.docker.com/reference/dockerfile/#from",
};
