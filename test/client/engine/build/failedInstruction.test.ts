import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { failedInstruction } from "../../../../client/src/engine/build/failedInstruction";

/** The failed step's name and the message; the lines expected, first and last, counted from zero. */
function check(
  dockerfile: string,
  { step = "", message = "" }: { readonly step?: string; readonly message?: string },
  expected: readonly [number, number] | undefined,
): void {
  const found = failedInstruction(dockerfile, {
    message,
    step:
      step === ""
        ? undefined
        : { id: "1", name: step, state: "failed", started: 0, completed: 0, error: message },
  });
  assert.deepEqual(found && [found.firstLine, found.lastLine], expected);
}

const twoStages = `# syntax=docker/dockerfile:1
ARG VERSION=3.20
FROM alpine:\${VERSION} AS Build
LABEL a=b
RUN echo same
WORKDIR /src
COPY . .
run make \\
  # why not
  \\

  all

FROM scratch
COPY --from=build /src/app /app
ENV A=1
RUN echo same
CMD ["/app"]
`;

describe("failedInstruction", () => {
  it("counts BuildKit's steps within their stage", () => {
    check(twoStages, { step: "[build 1/5] FROM docker.io/library/alpine:3.20" }, [2, 2]);
    check(twoStages, { step: "[build 2/5] RUN echo same" }, [4, 4]);
    check(twoStages, { step: "[build 3/5] WORKDIR /src" }, [5, 5]);
    check(twoStages, { step: "[build 5/5] RUN make     all" }, [7, 11]);
    check(twoStages, { step: "[stage-1 2/2] RUN echo same" }, [16, 16]);
  });

  it("counts only what BuildKit counts: scratch and other stages have no step of their own", () => {
    check(twoStages, { step: "[stage-1 1/2] COPY --from=build /src/app /app" }, [14, 14]);
    const onStage = "FROM alpine AS a\nRUN one\nFROM a\nRUN two\n";
    check(onStage, { step: "[stage-1 1/1] RUN two" }, [3, 3]);
    check(onStage, { step: "[a 2/2] RUN one" }, [1, 1]);
  });

  it("goes by number where BuildKit has replaced the variables", () => {
    const text = "FROM alpine\nARG WHAT=x\nRUN echo $WHAT\nCOPY $WHAT /to\n";
    check(text, { step: "[2/3] RUN echo x" }, [2, 2]);
    check(text, { step: "[3/3] COPY x /to" }, [3, 3]);
  });

  it("reads padded numbers and platforms", () => {
    const text = `FROM alpine\n${Array.from({ length: 9 }, (_, i) => `RUN step ${i}`).join("\n")}\n`;
    check(text, { step: "[ 2/10] RUN step 0" }, [1, 1]);
    check(text, { step: "[10/10] RUN step 8" }, [9, 9]);
    check("FROM alpine AS b\nRUN x\n", { step: "[linux/arm64 b 2/2] RUN x" }, [1, 1]);
    check("FROM alpine\nRUN x\n", { step: "[linux/arm/v7 2/2] RUN x" }, [1, 1]);
  });

  it("puts a base image's own trigger on its FROM", () => {
    const text = "FROM node:onbuild\nRUN mine\n";
    check(text, { step: "[2/4] RUN npm install" }, [0, 0]);
    check(text, { step: "[4/4] RUN mine" }, [1, 1]);
  });

  it("counts the classic builder's steps, every instruction being one", () => {
    check(twoStages, { step: "Step 1/12 : ARG VERSION=3.20" }, [1, 1]);
    check(twoStages, { step: "Step 7/12 : RUN make     all" }, [7, 11]);
    check(twoStages, { step: "Step 10/12 : ENV A=1" }, [15, 15]);
  });

  it("counts Podman's steps within their stage", () => {
    const text = "ARG V=1\nFROM a AS one\nRUN x\nFROM b\nRUN y\nRUN x\n";
    check(text, { step: "[1/2] STEP 2/2: RUN x" }, [2, 2]);
    check(text, { step: "[2/2] STEP 3/3: RUN x" }, [5, 5]);
    check("FROM a\nRUN x\n", { step: "STEP 2/2: RUN x" }, [1, 1]);
  });

  it("finds the words where the number does not fit", () => {
    check(twoStages, { step: 'Step 3/3 : CMD ["/app"]' }, [17, 17]);
    check(twoStages, { step: 'Step 3/3 : CMD ["/other"]' }, undefined);
  });

  it("finds the line of a message", () => {
    check(
      "FROM a\nRUN b\nCOPPY c\n",
      { message: "dockerfile parse error line 3: unknown instruction: COPPY" },
      [2, 2],
    );
    check(twoStages, { message: "dockerfile parse error on line 8: unexpected" }, [7, 11]);
    check(twoStages, { message: "Dockerfile:9\n--------\n   8 | >>> run make" }, [7, 11]);
    check("FROM a\n", { message: "dockerfile parse error line 70: no" }, undefined);
  });

  it("finds the FROM whose image can't be had", () => {
    const text = "FROM a/one:1 AS x\nFROM two\nCOPY --from=reg:5000/three:3 /a /b\nFROM $BASE\n";
    check(text, { step: "[internal] load metadata for docker.io/a/one:1" }, [0, 0]);
    check(text, { step: "[internal] load metadata for docker.io/library/two:latest" }, [1, 1]);
    check(text, { step: "[internal] load metadata for reg:5000/three:3" }, [2, 2]);
    check(text, { step: "[internal] load metadata for docker.io/library/other:1" }, [3, 3]);
  });

  it("finds the COPY whose source is missing where no step is named", () => {
    const text = 'FROM a\nCOPY ["x", "y", "/to"]\nADD ./src/app.py dir/ /to\n';
    check(text, { message: 'failed to compute cache key: "/src/app.py" not found: not found' }, [2, 2]);
    check(text, { message: 'failed to calculate cache key of ref x: "/y": not found' }, [1, 1]);
    check(text, { message: 'failed to compute cache key: "/other" not found: not found' }, undefined);
  });

  it("takes heredocs as part of their instruction", () => {
    const text = "FROM a\nRUN <<EOF cat <<-'TWO'\nFROM b\nEOF\n\tRUN c\n\tTWO\nRUN last\n";
    check(text, { step: "[2/3] RUN <<EOF (FROM b)" }, [1, 5]);
    check(text, { step: "[3/3] RUN last" }, [6, 6]);
    check("FROM a\nRUN <<< word cat\nRUN b\n", { step: "[3/3] RUN b" }, [2, 2]);
    check("FROM a\nRUN << EOF\nnever ended", { step: "[2/2] RUN << EOF" }, [1, 2]);
  });

  it("honours the escape directive and Windows line ends", () => {
    check("# escape=`\r\nFROM a\r\nRUN dir `\r\n  c:\\\r\nRUN b\r\n", { step: "[3/3] RUN b" }, [4, 4]);
  });

  it("says nothing where nothing tells", () => {
    check(twoStages, { message: "target stage nope could not be found" }, undefined);
    check(twoStages, { step: "exporting to image" }, undefined);
    check("", { step: "[2/2] RUN x", message: "no" }, undefined);
  });
});
