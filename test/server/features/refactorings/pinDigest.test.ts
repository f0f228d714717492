import { pinDigest } from "../../../../server/src/features/refactorings/pinDigest";
import { tableOf } from "./checkRefactoring";

const { offers, refuses } = tableOf(pinDigest);

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const other = `sha256:${"f".repeat(64)}`;
const image = {
  tags: ["alpine:3.22", "alpine:latest"],
  digests: [`alpine@${digest}`, `mine/copy@${other}`],
  size: 1,
  created: 1,
};
const world = { outside: { images: [image] } };

offers("a tag", "FROM [||]alpine:3.22 AS a\n", `FROM alpine:3.22@${digest} AS a\n`, world);
offers(
  "the same under its long name",
  "FROM [||]docker.io/library/alpine:3.22\n",
  `FROM docker.io/library/alpine:3.22@${digest}\n`,
  world,
);
offers("no tag", "FROM [||]alpine\n", `FROM alpine:latest@${digest}\n`, world);

refuses("one that has a digest", `FROM [||]alpine:3.22@${digest}\n`, world);
refuses("one that the engine has not", "FROM [||]alpine:3.21\n", world);
refuses("a variable", "ARG V=3.22\nFROM [||]alpine:$V\n", world);
refuses("a stage", "FROM alpine:3.22 AS a\nFROM [||]a\n", world);
refuses("without an engine", "FROM [||]alpine:3.22\n");
refuses("two digests of one repository", "FROM [||]alpine:3.22\n", {
  outside: { images: [{ ...image, digests: [`alpine@${digest}`, `alpine@${other}`] }] },
});
