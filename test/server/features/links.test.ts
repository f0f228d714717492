import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { definition } from "../../../server/src/features/definition";
import { documentLinks } from "../../../server/src/features/documentLinks";
import { signatureHelp, withOffsets } from "../../../server/src/features/signatureHelp";
import { instructions } from "../../../server/src/grammar/instructions";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { dockerfileContext } from "../../support/dockerfileContext";
import { readMarks } from "../../support/markedText";

const files = { "src/main.py": "print(1)\n", "my file.txt": "" };

describe("links", () => {
  const check = (marked: string, targets: readonly string[]) =>
    test(marked.split("\n").join(" ⏎ "), () => {
      const { text, ranges } = readMarks(marked);
      const found = documentLinks(parseDockerfile(text), dockerfileContext({ files }));
      assert.deepEqual(
        found.map(({ target }) => target),
        targets,
      );
      assert.deepEqual(
        found.map(({ range }) => range),
        ranges,
      );
    });
  check("FROM [|alpine:3.20|]", ["https://hub.docker.com/_/alpine"]);
  check("FROM [|docker.io/library/alpine|]", ["https://hub.docker.com/_/alpine"]);
  check("FROM [|grafana/grafana|]", ["https://hub.docker.com/r/grafana/grafana"]);
  check("FROM [|public.ecr.aws/docker/library/node|]", ["https://gallery.ecr.aws/docker/library/node"]);
  check("FROM [|mcr.microsoft.com/dotnet/sdk:9.0|]", ["https://mcr.microsoft.com/artifact/mar/dotnet/sdk"]);
  check("FROM [|quay.io/prometheus/prometheus|]", ["https://quay.io/repository/prometheus/prometheus"]);
  check("FROM localhost:5000/app", []);
  check("FROM example.com/app\nFROM localhost/app\nFROM me.example:5000/a/b", []);
  check("FROM [|ghcr.io/owner/app:1|]", ["https://ghcr.io/owner/app"]);
  check("FROM [|gcr.io/distroless/static|]", [
    "https://console.cloud.google.com/gcr/images/distroless/GLOBAL/static",
  ]);
  check("FROM [|registry.k8s.io/ingress-nginx/controller:v1|]", [
    "https://console.cloud.google.com/artifacts/docker/k8s-artifacts-prod/southamerica-east1/images/ingress-nginx%2Fcontroller",
  ]);
  check("FROM [|cgr.dev/chainguard/node|]", ["https://images.chainguard.dev/directory/image/node/overview"]);
  check("FROM cgr.dev/example.com/node", []);
  check("FROM [|nvcr.io/nvidia/cuda:12|]", ["https://catalog.ngc.nvidia.com/orgs/nvidia/containers/cuda"]);
  check("# syntax=[|docker/dockerfile:1|]\nFROM scratch", ["https://hub.docker.com/r/docker/dockerfile"]);
  check("FROM scratch", []);
  check("FROM scratch AS a\nFROM a\nCOPY --from=a /x /y\nCOPY --from=[|nginx|] /x /y", [
    "https://hub.docker.com/_/nginx",
  ]);
  check("FROM scratch\nCOPY [|src/main.py|] missing.py /app/", ["file:///project/src/main.py"]);
  check('FROM scratch\nCOPY [[|"my file.txt"|], "/app/"]', ["file:///project/my%20file.txt"]);
  check("FROM scratch\nCOPY ../../etc/passwd /app/", []);
  check(
    "# See [|https://example.com/a|].\nFROM scratch\nADD [|https://example.com/x.tar|] /\nADD https://example.com/$V /",
    ["https://example.com/a", "https://example.com/x.tar"],
  );
});

describe("definition", () => {
  const uris = [
    "file:///project/Dockerfile",
    "file:///project/base/Dockerfile",
    "file:///project/docker/tools.Dockerfile",
  ];
  const workspace = { uris: async () => uris };
  const check = (marked: string, expected: readonly string[]) =>
    test(marked.split("\n").join(" ⏎ "), async () => {
      const { text, ranges } = readMarks(marked);
      const cursor = ranges.find(
        ({ start, end }) => start.line === end.line && start.character === end.character,
      );
      const dockerfile = parseDockerfile(text);
      const found = await definition(
        dockerfile,
        cursor?.start ?? { line: 0, character: 0 },
        dockerfileContext({ files }),
        workspace,
      );
      assert.deepEqual(
        found.map(({ uri, range }) =>
          uri === uris[0] ? `${range.start.line}: ${dockerfile.textOf(range)}` : uri,
        ),
        expected,
      );
    });
  check("FROM node AS build\nFROM alpine\nCOPY --from=bu[||]ild /a /b", ["0: build"]);
  check("FROM node\nFROM alpine\nCOPY --from=[||]0 /a /b", ["0: FROM"]);
  check("ARG V=1\nFROM alpine:$[||]V", ["0: V"]);
  check("ARG V=1\nFROM alpine\nARG [||]V", ["0: V"]);
  check("FROM alpine\nENV A=1\nRUN echo $[||]A", ["1: A"]);
  check("FROM alpine\nCOPY src/ma[||]in.py /app/", ["file:///project/src/main.py"]);
  check("FROM me/ba[||]se:1", ["file:///project/base/Dockerfile"]);
  check("FROM me/to[||]ols", ["file:///project/docker/tools.Dockerfile"]);
  check("FROM alp[||]ine", []);
  check("FROM scratch\nCOPY --from=me/to[||]ols /a /b", ["file:///project/docker/tools.Dockerfile"]);
  check("FROM node AS bu[||]ild\nFROM build", ["0: build"]);
  check("FROM alpine\nRUN echo $[||]NOBODY", []);
});

test("the places of parameters can be told by numbers", () => {
  const help = signatureHelp(parseDockerfile("FROM node:"), { line: 0, character: 10 });
  assert.ok(help);
  const [from] = withOffsets(help).signatures;
  const places = from?.parameters?.map(({ label }) => from.label.slice(Number(label[0]), Number(label[1])));
  assert.deepEqual(places, ["[--platform=…]", "image", "[:tag]", "[@digest]", "[AS name]"]);
});

test("each parameter of the table stands in its signature, in order and apart from the others", () => {
  for (const { signatures } of instructions) {
    for (const { label, parameters } of signatures) {
      let end = 0;
      for (const parameter of parameters) {
        const start = label.indexOf(parameter.label);
        assert.ok(start >= end, `${label}: ${parameter.label}`);
        end = start + parameter.label.length;
      }
    }
  }
});

describe("signatures", () => {
  const check = (marked: string, expected: string | undefined) =>
    test(marked.split("\n").join(" ⏎ "), () => {
      const { text, ranges } = readMarks(marked);
      const help = signatureHelp(parseDockerfile(text), ranges[0]?.start ?? { line: 0, character: 0 });
      const active = help?.signatures[help.activeSignature ?? 0];
      const parameter =
        help?.activeParameter === undefined ? undefined : active?.parameters?.[help.activeParameter ?? 0];
      assert.equal(active && `${active.label} → ${parameter?.label ?? ""}`, expected);
    });
  const from = "FROM [--platform=…] image[:tag][@digest] [AS name]";
  check("FROM [||]", `${from} → image`);
  check("FROM node:[||]", `${from} → [:tag]`);
  check("FROM node AS [||]", `${from} → [AS name]`);
  check("FROM --[||]", `${from} → [--platform=…]`);
  check("FROM a\nRUN [||]", "RUN [flags] command → command");
  check('FROM a\nRUN ["a", "[||]"]', 'RUN [flags] ["executable", "argument", …] → "argument"');
  check("FROM a\nHEALTHCHECK --interval=[||]", "--interval=30s → 30s");
  check("FROM a\nCOPY --from=[||]", "--from=stage|image → stage|image");
  check("FROM a\nRUN --network=[||]", "--network=default|none|host → default|none|host");
  check("FROM a AS b\nFROM b[||]", "FROM stage [AS name] → stage");
  check("FROM a AS b\nFROM b [||]", "FROM stage [AS name] → [AS name]");
  const exec = 'CMD ["executable", "argument", …]';
  check("FROM a\nCMD [||]", `${exec} → "executable"`);
  check('FROM a\nCMD ["a",[||]', `${exec} → "argument"`);
  check("FROM a\nCMD echo [||]", "CMD command argument… → argument…");
  check("FROM a\nONBUILD [||]", "ONBUILD instruction → instruction");
  check("FROM a\nONBUILD RUN [||]", "RUN [flags] command → command");
  check("FROM a\nEXPOSE 80/[||]", "EXPOSE port[/protocol] … → [/protocol]");
  check("FROM a\nENV A=[||]", "ENV name=value … → value");
  check("FROM a\nENV A [||]", "ENV name=value … → value");
  check("FROM a\nENV A=1 B[||]", "ENV name=value … → name");
  check("ARG A=[||]", "ARG name[=default] … → [=default]");
  check("FROM a\nUSER a:[||]", "USER user[:group] → [:group]");
  check("FROM a\nCOPY --link x [||]", "COPY [flags] source… destination → destination");
  check("FROM a\nCOPY [||]", "COPY [flags] source… destination → source…");
  check("FROM a\nRUN --mount=type=tmpfs,size=[||]", "--mount=type=tmpfs[,target=…][,size=…] → [,size=…]");
  check("FROM a\n# RUN [||]", undefined);
  check("FR[||]", undefined);
});
