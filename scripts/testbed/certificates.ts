import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./runCommand";

/** PEM files for an engine that asks for TLS on both sides, under docker's own names for them. */
export interface Certificates {
  readonly folder: string;
  /** dockerd's arguments that switch it on. */
  readonly engineArguments: readonly string[];
}

/** Makes a certificate authority, a server's certificate for these names, and a client's, in `folder`. */
export async function makeCertificates(
  folder: string,
  names: readonly string[] = ["IP:127.0.0.1", "DNS:localhost"],
): Promise<Certificates> {
  const file = (name: string) => join(folder, name);
  const openssl = (...args: readonly string[]) => runCommand("openssl", args);
  await openssl(
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test authority"],
    ...["-keyout", file("ca-key.pem"), "-out", file("ca.pem")],
    ...["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign"],
  );

  async function sign(name: string, prefix: string, extensions: string): Promise<void> {
    const request = file(`${prefix}request.pem`);
    const extensionFile = file(`${prefix}extensions`);
    writeFileSync(extensionFile, extensions);
    await openssl(
      ...["req", "-newkey", "rsa:2048", "-nodes", "-subj", `/CN=${name}`],
      ...["-keyout", file(`${prefix}key.pem`), "-out", request],
    );
    await openssl(
      ...["x509", "-req", "-in", request, "-CA", file("ca.pem"), "-CAkey", file("ca-key.pem")],
      ...["-CAcreateserial", "-days", "2", "-out", file(`${prefix}cert.pem`), "-extfile", extensionFile],
    );
    chmodSync(file(`${prefix}key.pem`), 0o600);
  }

  await sign("localhost", "server-", `subjectAltName=${names.join(",")}\nextendedKeyUsage=serverAuth\n`);
  await sign("client", "", "extendedKeyUsage=clientAuth\n");
  return {
    folder,
    engineArguments: [
      "--tlsverify",
      ...[
        "--tlscacert",
        file("ca.pem"),
        "--tlscert",
        file("server-cert.pem"),
        "--tlskey",
        file("server-key.pem"),
      ],
    ],
  };
}
