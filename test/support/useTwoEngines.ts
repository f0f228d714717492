import { after, before } from "node:test";
import { importBusyboxImage } from "../../scripts/testbed/baseImages";
import { makeCertificates } from "../../scripts/testbed/certificates";
import { ensurePrograms } from "../../scripts/testbed/ensurePrograms";
import { freePort } from "../../scripts/testbed/freePort";
import { type PrivateEngine, startPrivateEngine } from "../../scripts/testbed/privateEngine";
import { type SshServer, startSshServer } from "../../scripts/testbed/sshServer";
import { Teardown } from "../../scripts/testbed/teardown";
import { makeFolder } from "./buildFolder";

export interface TwoEngines {
  /** Has the image `first:1`; the ssh server's `box` leads to it. */
  readonly first: PrivateEngine;
  readonly ssh: SshServer;
  /** Has the image `second:1`; it listens at `tcpHost`, too, to those who come with the `certificates`. */
  readonly second: PrivateEngine;
  readonly tcpHost: string;
  /** The folder of ca.pem, cert.pem and key.pem. */
  readonly certificates: string;
}

/** Two engines that can be told apart, one over ssh and one over TLS, for all tests of the suite that calls this. */
export function useTwoEngines(): () => TwoEngines {
  const teardown = new Teardown();
  let engines: TwoEngines | undefined;
  before(async () => {
    engines = await start(teardown);
  });
  after(() => teardown.run());
  return () => {
    if (engines === undefined) throw new Error("The two engines are there within tests only.");
    return engines;
  };
}

async function start(teardown: Teardown): Promise<TwoEngines> {
  await ensurePrograms(["openssl"]);
  const folder = makeFolder({});
  teardown.add(() => folder.remove());
  const { engineArguments } = await makeCertificates(folder.path);
  const port = await freePort();
  const first = await startPrivateEngine();
  teardown.add(() => first.stop());
  const second = await startPrivateEngine({ args: ["-H", `tcp://127.0.0.1:${port}`, ...engineArguments] });
  teardown.add(() => second.stop());
  await importBusyboxImage(first.docker, "first:1");
  await importBusyboxImage(second.docker, "second:1");
  const ssh = await startSshServer({ DOCKER_HOST: first.host });
  teardown.add(() => ssh.stop());
  return { first, ssh, second, tcpHost: `tcp://localhost:${port}`, certificates: folder.path };
}
