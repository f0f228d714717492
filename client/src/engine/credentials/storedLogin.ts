import type { RegistryCredential } from "../build";
import type { StoredLogin } from "../dockerConfig/dockerConfigFile";

/** A login out of the config file's `auths`, or `undefined` where the entry holds none, as with a helper in use. */
export function decodeLogin(server: string, login: StoredLogin | undefined): RegistryCredential | undefined {
  if (!login) return undefined;
  if (typeof login.identitytoken === "string" && login.identitytoken !== "") {
    return { server, identityToken: login.identitytoken };
  }
  const [user, password] = userAndPassword(login);
  return user === undefined || password === undefined ? undefined : { server, user, password };
}

/** As the CLI writes it. With an identity token the user stays, for people to see, and the password goes. */
export function encodeLogin({ user = "", password = "", identityToken }: RegistryCredential): StoredLogin {
  if (identityToken) {
    const auth = user === "" ? {} : { auth: Buffer.from(`${user}:`).toString("base64") };
    return { ...auth, identitytoken: identityToken };
  }
  return { auth: Buffer.from(`${user}:${password}`).toString("base64") };
}

function userAndPassword({ auth, username, password }: StoredLogin): readonly [string?, string?] {
  if (typeof auth !== "string" || auth === "") {
    return typeof username === "string" && typeof password === "string" ? [username, password] : [];
  }
  const text = Buffer.from(auth, "base64").toString("utf8");
  const colon = text.indexOf(":");
  // The CLI takes NUL characters away that old versions padded with.
  return colon < 0 ? [] : [text.slice(0, colon), text.slice(colon + 1).replace(/\0+$/, "")];
}
