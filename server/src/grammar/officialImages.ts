/** An image of Docker Hub's `library/`, which Docker reviews. */
export interface OfficialImage {
  readonly name: string;
  readonly family: ImageFamily;
  readonly does: string;
  /** What to use instead of an image that is no longer maintained. */
  readonly insteadUse?: string;
}

export type ImageFamily =
  | "application"
  | "database"
  | "language"
  | "messaging"
  | "monitoring"
  | "operating system"
  | "tool"
  | "web server";

/** By family, then by name; each family in alphabetic order. */
export const officialImages: readonly OfficialImage[] = [
  ...family("operating system", {
    almalinux: "A free relative of Red Hat Enterprise Linux.",
    alpine: "A very small Linux, with musl and BusyBox.",
    alt: "ALT Linux, with RPM packages and apt.",
    amazonlinux: "The Linux of Amazon Web Services.",
    archlinux: "A Linux that always has the newest packages.",
    busybox: "The common Unix tools in one small program.",
    "buildpack-deps": "Debian or Ubuntu with what most libraries need to be compiled.",
    cirros: "A tiny Linux for testing clouds.",
    clefos: "A relative of CentOS for mainframes.",
    debian: "The Linux that most images are built on. The `-slim` tags leave out manuals.",
    fedora: "A Linux with recent packages, from Red Hat's community.",
    mageia: "A community's Linux with RPM packages.",
    neurodebian: "Debian with software for brain research.",
    oraclelinux: "Oracle's relative of Red Hat Enterprise Linux.",
    photon: "VMware's small Linux for containers.",
    rockylinux: "A free relative of Red Hat Enterprise Linux.",
    scratch: "Nothing at all: for a program that needs no other file.",
    sourcemage: "A Linux that is compiled from source.",
    ubuntu: "A Linux on the base of Debian, with releases supported for five years.",
  }),
  ...family("language", {
    amazoncorretto: "Amazon's build of OpenJDK.",
    clojure: "Clojure with its build tools.",
    dart: "The Dart SDK.",
    "eclipse-temurin": "OpenJDK as the Eclipse Adoptium project builds it; the usual choice for Java.",
    elixir: "Elixir on the Erlang machine.",
    erlang: "Erlang and its libraries.",
    gcc: "The GNU compilers for C, C++ and more.",
    golang: "The Go tools. Build with it, then copy the program to a small image.",
    groovy: "Groovy on the Java machine.",
    haskell: "The Glasgow Haskell Compiler with its build tools.",
    haxe: "The Haxe compiler.",
    hylang: "Hy, a Lisp on Python.",
    "ibm-semeru-runtimes": "IBM's build of OpenJDK with the OpenJ9 machine.",
    ibmjava: "IBM's Java with the J9 machine.",
    jruby: "Ruby on the Java machine.",
    julia: "Julia, for numerical work.",
    mono: "Mono, a .NET of before .NET Core.",
    node: "Node.js with npm and Yarn.",
    perl: "Perl 5.",
    php: "PHP: command line, with Apache, or as FPM.",
    pypy: "PyPy, a faster Python.",
    python: "Python with pip.",
    "r-base": "R on Debian, for statistics.",
    "rakudo-star": "The Raku language with common modules.",
    ruby: "Ruby with Bundler.",
    rust: "Rust with Cargo. Build with it, then copy the program to a small image.",
    sapmachine: "SAP's build of OpenJDK.",
    swift: "The Swift compiler for servers.",
    swipl: "SWI-Prolog.",
  }),
  ...family("database", {
    aerospike: "A fast store of keys and values on flash memory.",
    arangodb: "Documents, graphs and keys in one database.",
    cassandra: "A database of wide rows across many machines.",
    clickhouse: "A column database for fast reports.",
    couchbase: "A document database with a cache in memory.",
    couchdb: "A document database that replicates over HTTP.",
    crate: "SQL across many machines, for data of sensors.",
    elasticsearch: "A search engine with a REST interface.",
    influxdb: "A database of values over time.",
    mariadb: "A relational database that grew out of MySQL.",
    memcached: "A cache in memory for keys and values.",
    mongo: "The MongoDB document database.",
    mysql: "The MySQL relational database.",
    neo4j: "A graph database.",
    orientdb: "Documents and graphs in one database.",
    percona: "Percona's server for MySQL.",
    postgres: "The PostgreSQL relational database.",
    redis: "Data structures in memory: cache, queue and more.",
    rethinkdb: "A document database that pushes changes.",
    solr: "A search server on the base of Lucene.",
  }),
  ...family("web server", {
    caddy: "A web server that gets its certificates by itself.",
    haproxy: "A load balancer for TCP and HTTP.",
    httpd: "The Apache web server.",
    jetty: "A web server and servlet container for Java.",
    kong: "An API gateway on the base of nginx.",
    nginx: "A web server, proxy and load balancer.",
    "open-liberty": "IBM's open Java server.",
    tomcat: "The Apache servlet container for Java.",
    tomee: "Tomcat with Jakarta EE.",
    traefik: "A proxy that finds containers by their labels.",
    varnish: "A cache in front of web servers.",
    "websphere-liberty": "IBM's WebSphere Liberty server.",
  }),
  ...family("messaging", {
    "eclipse-mosquitto": "A small MQTT broker.",
    flink: "Apache Flink, which computes on streams.",
    nats: "A small and fast message system.",
    rabbitmq: "A message broker for AMQP and more.",
    storm: "Apache Storm, which computes on streams.",
    zookeeper: "Coordination for distributed systems.",
  }),
  ...family("monitoring", {
    chronograf: "A web interface for InfluxDB.",
    fluentd: "Collects logs and passes them on.",
    kapacitor: "Alerts on the data of InfluxDB.",
    kibana: "A web interface for Elasticsearch.",
    logstash: "Collects, changes and passes on logs.",
    telegraf: "Collects measurements and passes them on.",
    znc: "Stays connected to IRC for you.",
  }),
  ...family("tool", {
    "api-firewall": "A proxy that checks requests against an OpenAPI description.",
    bash: "Every version of the bash shell, on Alpine.",
    composer: "PHP's package manager.",
    docker: "The Docker program, and an engine that runs in a container.",
    gradle: "The Gradle build tool with a JDK.",
    "hello-world": "Prints a greeting: proves that everything works.",
    hitch: "Ends TLS connections in front of Varnish.",
    krakend: "An API gateway without state.",
    irssi: "An IRC client for the terminal.",
    lightstreamer: "Pushes data to browsers.",
    liquibase: "Changes database schemas step by step.",
    maven: "The Maven build tool with a JDK.",
    registry: "A registry of your own, to push images to.",
    satosa: "A proxy between ways to log in.",
    spark: "Apache Spark, which computes on large data.",
    spiped: "An encrypted pipe between two sockets.",
    teamspeak: "A server for talking in games.",
  }),
  ...family("application", {
    adminer: "Manages databases from one PHP file.",
    backdrop: "A content management system, kin to Drupal.",
    bonita: "Runs business processes.",
    convertigo: "Makes applications with little code.",
    drupal: "A content management system.",
    eggdrop: "An IRC bot.",
    friendica: "A social network of many servers.",
    geonetwork: "A catalogue of maps.",
    ghost: "A blog and newsletter.",
    gazebo: "Simulates robots.",
    joomla: "A content management system.",
    matomo: "Counts visitors of web pages on a server of your own.",
    mediawiki: "The wiki behind Wikipedia.",
    "mongo-express": "A web interface for MongoDB.",
    monica: "Remembers what you know of friends and family.",
    nextcloud: "Files, calendars and contacts on a server of your own.",
    odoo: "Business applications: sales, stock and accounts.",
    phpmyadmin: "A web interface for MySQL and MariaDB.",
    plone: "A content management system in Python.",
    postfixadmin: "A web interface for mailboxes.",
    redmine: "Plans projects and follows issues.",
    "rocket.chat": "A chat for teams.",
    ros: "The Robot Operating System.",
    silverpeas: "A place for teams to work together.",
    sonarqube: "Judges the quality of code.",
    wordpress: "A blog and content management system.",
    xwiki: "A wiki with applications.",
    yourls: "Shortens addresses on a server of your own.",
  }),
  ...givenUp(),
];

function family(name: ImageFamily, images: Readonly<Record<string, string>>): OfficialImage[] {
  return Object.entries(images).map(([image, does]) => ({ name: image, family: name, does }));
}

/** Images that Docker Hub marks as deprecated. They can be pulled, but get no fixes. */
function givenUp(): OfficialImage[] {
  return [
    {
      name: "adoptopenjdk",
      family: "language",
      does: "An older build of OpenJDK.",
      insteadUse: "eclipse-temurin",
    },
    {
      name: "centos",
      family: "operating system",
      does: "A free relative of Red Hat Enterprise Linux.",
      insteadUse: "almalinux",
    },
    {
      name: "consul",
      family: "tool",
      does: "Finds services and keeps their settings.",
      insteadUse: "hashicorp/consul",
    },
    { name: "express-gateway", family: "web server", does: "An API gateway in Node.js.", insteadUse: "kong" },
    { name: "java", family: "language", does: "A very old OpenJDK.", insteadUse: "eclipse-temurin" },
    { name: "jenkins", family: "tool", does: "Builds and tests software.", insteadUse: "jenkins/jenkins" },
    {
      name: "nats-streaming",
      family: "messaging",
      does: "An older streaming server for NATS.",
      insteadUse: "nats",
    },
    {
      name: "openjdk",
      family: "language",
      does: "OpenJDK as Docker built it.",
      insteadUse: "eclipse-temurin",
    },
    { name: "opensuse", family: "operating system", does: "An older openSUSE.", insteadUse: "opensuse/leap" },
    {
      name: "owncloud",
      family: "application",
      does: "Files on a server of your own.",
      insteadUse: "owncloud/server",
    },
    { name: "piwik", family: "application", does: "Counts visitors of web pages.", insteadUse: "matomo" },
    {
      name: "sentry",
      family: "monitoring",
      does: "Collects errors of programs.",
      insteadUse: "getsentry/sentry",
    },
    {
      name: "ubuntu-debootstrap",
      family: "operating system",
      does: "A minimal Ubuntu of old.",
      insteadUse: "ubuntu",
    },
    { name: "vault", family: "tool", does: "Keeps secrets.", insteadUse: "hashicorp/vault" },
  ];
}

/** Those that most Dockerfiles are built on, the most used first. */
export const usualBaseImages: readonly string[] = [
  ..."alpine debian ubuntu node python golang nginx eclipse-temurin php ruby rust postgres redis busybox".split(
    " ",
  ),
];

const byName: ReadonlyMap<string, OfficialImage> = new Map(
  officialImages.map((image) => [image.name, image]),
);

/** An official image by its repository, `library/` or not. */
export function officialImage(repository: string): OfficialImage | undefined {
  return byName.get(repository.replace(/^(?:docker\.io\/)?(?:library\/)?/, ""));
}
