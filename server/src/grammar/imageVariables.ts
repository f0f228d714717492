import { shortRepository } from "./endOfLife";

interface ImageVariables {
  readonly repository: RegExp;
  /** The names that its tags set, PATH apart. */
  readonly names: RegExp;
}

const nothing = /^\b$/;
const java = "JAVA_\\w+|LANG|LANGUAGE|LC_ALL";

/** What well-known images set with ENV, generously: over all of their tags, past ones too. */
const images: readonly ImageVariables[] = [
  {
    repository: /^(?:alpine|busybox|debian|ubuntu|buildpack-deps|centos|rockylinux|almalinux|oraclelinux)$/,
    names: nothing,
  },
  { repository: /^(?:amazonlinux|opensuse\/(?:leap|tumbleweed)|scratch)$/, names: nothing },
  { repository: /^archlinux(?:\/archlinux)?$/, names: /^LANG$/ },
  { repository: /^fedora$/, names: /^(?:DISTTAG|FGC|FBR|container)$/ },
  { repository: /^node$/, names: /^(?:NODE|YARN)_VERSION$/ },
  { repository: /^python$/, names: /^(?:LANG|GPG_KEY|PYTHON\w*)$/ },
  { repository: /^golang$/, names: /^(?:GO\w+)$/ },
  { repository: /^ruby$/, names: /^(?:LANG|RUBY\w*|GEM\w*|BUNDLE\w*)$/ },
  { repository: /^rust$/, names: /^(?:RUSTUP_HOME|CARGO_HOME|RUST_VERSION)$/ },
  { repository: /^php$/, names: /^(?:PHP\w*|GPG_KEYS|APACHE_\w+)$/ },
  { repository: /^nginx$/, names: /^(?:NGINX|NJS|ACME|OTEL)_\w+$|^(?:DYN)?PKG_RELEASE$/ },
  { repository: /^(?:openjdk|eclipse-temurin|amazoncorretto)$/, names: new RegExp(`^(?:${java})$`) },
  { repository: /^maven$/, names: new RegExp(`^(?:MAVEN_\\w+|${java})$`) },
  { repository: /^gradle$/, names: new RegExp(`^(?:GRADLE_\\w+|${java})$`) },
];

/** Whether an image may set an environment variable; undefined where that is not known of the image. */
export function imageMaySet(repository: string, name: string): boolean | undefined {
  // The builder gives a PATH to every image that has none.
  if (name === "PATH") return true;
  const known = images.find((image) => image.repository.test(shortRepository(repository)));
  return known?.names.test(name);
}
