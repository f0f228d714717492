import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { describe, test } from "node:test";
import { type Current, fails, fresh, importBase } from "./contractSubject";

export function imageFilesContract(current: Current): void {
  describe("images as files", () => {
    test("what was saved can be loaded again, under its tags and its id", async () => {
      const { images } = current().engine;
      const [one, two] = [`${fresh("saved")}:1`, `${fresh("saved")}:2`];
      const id = await importBase(current(), one);
      const other = await importBase(current(), two, ["LABEL n=2"]);
      const archive = await read(await images.save([one, two]));
      await images.remove(one);
      await images.remove(two);
      assert.deepEqual([...(await images.load(Readable.from([archive])))].sort(), [one, two].sort());
      assert.equal((await images.inspect(one)).id, id);
      assert.equal((await images.inspect(two)).id, other);
      await images.remove(one);
      await images.remove(two);
    });

    test("a missing image can't be saved", async () => {
      await fails(current().engine.images.save(["no/such:image"]), "not-found");
    });

    test("a file that can't be read is no failure of the engine", async () => {
      const { images } = current().engine;
      const unreadable = () =>
        new Readable({
          read() {
            this.destroy(Object.assign(new Error("no such file"), { code: "ENOENT" }));
          },
        });
      await fails(images.load(unreadable()), "invalid-request");
      await fails(images.import(unreadable(), {}), "invalid-request");
    });

    test("an archive that holds no image is refused", async () => {
      await assert.rejects(current().engine.images.load(Readable.from([Buffer.from("this is no archive")])), {
        name: "EngineError",
      });
    });

    test("an import takes its message and its changes", async () => {
      const { engine, fileSystem } = current();
      const reference = `${fresh("imported")}:1`;
      const changes = ["EXPOSE 80", "LABEL colour=red"];
      const id = await engine.images.import(await fileSystem(), {
        reference,
        changes,
        message: "from a file",
      });
      const image = await engine.images.inspect(reference);
      assert.equal(image.id, id);
      assert.equal(image.comment, "from a file");
      assert.deepEqual(image.labels, { colour: "red" });
      await engine.images.remove(reference);
    });
  });
}

async function read(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
