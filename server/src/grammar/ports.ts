/** A port that programs in containers usually listen on. */
export interface KnownPort {
  readonly port: number;
  readonly protocol: "tcp" | "udp" | "sctp";
  /** What listens there. */
  readonly service: string;
  /** Files of the build context that hint at it; any one is enough. */
  readonly suggestedBy: readonly PortHint[];
  /** Official images, and others, whose containers listen there. */
  readonly images: readonly string[];
}

export interface PortHint {
  /** The name of a file at the top of the build context; `*` stands for any letters. */
  readonly file: string;
  /** A regular expression, without regard to case, that its text must match; undefined where the file is enough. */
  readonly text?: string;
}

/** The requirement files of Python. */
function python(text: string): readonly PortHint[] {
  return ["requirements.txt", "pyproject.toml", "Pipfile"].map((file) => ({ file, text }));
}

function npm(name: string): readonly PortHint[] {
  return [{ file: "package.json", text: `"${name}"\\s*:` }];
}

/** By number, then protocol. Several services may share a number. */
export const ports: readonly KnownPort[] = [
  { port: 22, protocol: "tcp", service: "SSH", suggestedBy: [], images: ["linuxserver/openssh-server"] },
  { port: 25, protocol: "tcp", service: "SMTP", suggestedBy: [], images: [] },
  {
    port: 53,
    protocol: "tcp",
    service: "DNS",
    suggestedBy: [{ file: "Corefile" }],
    images: ["coredns/coredns"],
  },
  {
    port: 53,
    protocol: "udp",
    service: "DNS",
    suggestedBy: [{ file: "Corefile" }],
    images: ["coredns/coredns"],
  },
  {
    port: 80,
    protocol: "tcp",
    service: "HTTP",
    suggestedBy: [{ file: "nginx.conf" }, { file: "Caddyfile" }, { file: "httpd.conf" }],
    images: [
      "nginx",
      "httpd",
      "caddy",
      "traefik",
      "wordpress",
      "drupal",
      "joomla",
      "nextcloud",
      "phpmyadmin",
    ],
  },
  {
    port: 443,
    protocol: "tcp",
    service: "HTTPS",
    suggestedBy: [{ file: "nginx.conf", text: "listen\\s+(?:\\S+:)?443" }, { file: "Caddyfile" }],
    images: ["caddy", "traefik"],
  },
  {
    port: 443,
    protocol: "udp",
    service: "HTTP/3",
    suggestedBy: [{ file: "nginx.conf", text: "\\bquic\\b" }],
    images: ["caddy"],
  },
  { port: 1080, protocol: "tcp", service: "SOCKS proxy", suggestedBy: [], images: [] },
  {
    port: 1433,
    protocol: "tcp",
    service: "Microsoft SQL Server",
    suggestedBy: [],
    images: ["mcr.microsoft.com/mssql/server"],
  },
  {
    port: 1521,
    protocol: "tcp",
    service: "Oracle Database",
    suggestedBy: [],
    images: ["container-registry.oracle.com/database/free"],
  },
  {
    port: 1883,
    protocol: "tcp",
    service: "MQTT",
    suggestedBy: [{ file: "mosquitto.conf" }],
    images: ["eclipse-mosquitto", "emqx", "hivemq"],
  },
  { port: 2019, protocol: "tcp", service: "Caddy administration", suggestedBy: [], images: ["caddy"] },
  { port: 2181, protocol: "tcp", service: "ZooKeeper", suggestedBy: [], images: ["zookeeper"] },
  { port: 2375, protocol: "tcp", service: "Docker Engine without TLS", suggestedBy: [], images: ["docker"] },
  { port: 2376, protocol: "tcp", service: "Docker Engine with TLS", suggestedBy: [], images: ["docker"] },
  { port: 2379, protocol: "tcp", service: "etcd", suggestedBy: [], images: ["quay.io/coreos/etcd"] },
  {
    port: 3000,
    protocol: "tcp",
    service: "Next.js",
    suggestedBy: npm("next"),
    images: [],
  },
  { port: 3000, protocol: "tcp", service: "Nuxt", suggestedBy: npm("nuxt"), images: [] },
  { port: 3000, protocol: "tcp", service: "Express", suggestedBy: npm("express"), images: [] },
  { port: 3000, protocol: "tcp", service: "Fastify", suggestedBy: npm("fastify"), images: [] },
  { port: 3000, protocol: "tcp", service: "NestJS", suggestedBy: npm("@nestjs/core"), images: [] },
  { port: 3000, protocol: "tcp", service: "Create React App", suggestedBy: npm("react-scripts"), images: [] },
  {
    port: 3000,
    protocol: "tcp",
    service: "Hono or Bun",
    suggestedBy: [{ file: "bunfig.toml" }],
    images: ["oven/bun"],
  },
  {
    port: 3000,
    protocol: "tcp",
    service: "Ruby on Rails",
    suggestedBy: [{ file: "Gemfile", text: "gem\\s+['\"]rails['\"]" }],
    images: ["redmine"],
  },
  { port: 3000, protocol: "tcp", service: "Grafana", suggestedBy: [], images: ["grafana/grafana"] },
  {
    port: 3306,
    protocol: "tcp",
    service: "MySQL and MariaDB",
    suggestedBy: [],
    images: ["mysql", "mariadb", "percona"],
  },
  {
    port: 4000,
    protocol: "tcp",
    service: "Phoenix",
    suggestedBy: [{ file: "mix.exs", text: ":phoenix\\b" }],
    images: [],
  },
  {
    port: 4000,
    protocol: "tcp",
    service: "Jekyll",
    suggestedBy: [{ file: "Gemfile", text: "gem\\s+['\"]jekyll['\"]" }],
    images: ["jekyll/jekyll"],
  },
  {
    port: 4200,
    protocol: "tcp",
    service: "Angular",
    suggestedBy: [{ file: "angular.json" }, ...npm("@angular/core")],
    images: [],
  },
  { port: 4222, protocol: "tcp", service: "NATS", suggestedBy: [], images: ["nats"] },
  {
    port: 4321,
    protocol: "tcp",
    service: "Astro",
    suggestedBy: [{ file: "astro.config.*" }, ...npm("astro")],
    images: [],
  },
  {
    port: 4567,
    protocol: "tcp",
    service: "Sinatra",
    suggestedBy: [{ file: "Gemfile", text: "gem\\s+['\"]sinatra['\"]" }],
    images: [],
  },
  {
    port: 5000,
    protocol: "tcp",
    service: "Flask",
    suggestedBy: [...python("^\\s*[\"']?flask\\b"), { file: "app.py", text: "\\bFlask\\(" }],
    images: [],
  },
  { port: 5000, protocol: "tcp", service: "Docker registry", suggestedBy: [], images: ["registry"] },
  {
    port: 5173,
    protocol: "tcp",
    service: "Vite",
    suggestedBy: [{ file: "vite.config.*" }, ...npm("vite")],
    images: [],
  },
  {
    port: 5432,
    protocol: "tcp",
    service: "PostgreSQL",
    suggestedBy: [],
    images: ["postgres", "postgis/postgis", "timescale/timescaledb"],
  },
  { port: 5601, protocol: "tcp", service: "Kibana", suggestedBy: [], images: ["kibana"] },
  { port: 5672, protocol: "tcp", service: "AMQP (RabbitMQ)", suggestedBy: [], images: ["rabbitmq"] },
  { port: 5984, protocol: "tcp", service: "CouchDB", suggestedBy: [], images: ["couchdb"] },
  { port: 6006, protocol: "tcp", service: "Storybook", suggestedBy: npm("storybook"), images: [] },
  {
    port: 6379,
    protocol: "tcp",
    service: "Redis and Valkey",
    suggestedBy: [{ file: "redis.conf" }],
    images: ["redis", "valkey/valkey", "valkey"],
  },
  { port: 6443, protocol: "tcp", service: "Kubernetes API", suggestedBy: [], images: ["rancher/k3s"] },
  { port: 7474, protocol: "tcp", service: "Neo4j over HTTP", suggestedBy: [], images: ["neo4j"] },
  { port: 7687, protocol: "tcp", service: "Neo4j over Bolt", suggestedBy: [], images: ["neo4j"] },
  {
    port: 8000,
    protocol: "tcp",
    service: "Django",
    suggestedBy: [{ file: "manage.py", text: "django" }, ...python("^\\s*[\"']?django\\b")],
    images: [],
  },
  {
    port: 8000,
    protocol: "tcp",
    service: "FastAPI and Uvicorn",
    suggestedBy: python("^\\s*[\"']?(?:fastapi|uvicorn|starlette)\\b"),
    images: [],
  },
  {
    port: 8000,
    protocol: "tcp",
    service: "Gunicorn",
    suggestedBy: python("^\\s*[\"']?gunicorn\\b"),
    images: [],
  },
  { port: 8000, protocol: "tcp", service: "Laravel", suggestedBy: [{ file: "artisan" }], images: [] },
  {
    port: 8000,
    protocol: "tcp",
    service: "Deno",
    suggestedBy: [{ file: "deno.json" }, { file: "deno.jsonc" }],
    images: ["denoland/deno"],
  },
  {
    port: 8080,
    protocol: "tcp",
    service: "HTTP without root",
    suggestedBy: [],
    images: ["nginxinc/nginx-unprivileged", "adminer"],
  },
  {
    port: 8080,
    protocol: "tcp",
    service: "Spring Boot",
    suggestedBy: [
      { file: "pom.xml", text: "spring-boot" },
      { file: "build.gradle", text: "org\\.springframework\\.boot" },
      { file: "build.gradle.kts", text: "org\\.springframework\\.boot" },
    ],
    images: [],
  },
  {
    port: 8080,
    protocol: "tcp",
    service: "Quarkus",
    suggestedBy: [
      { file: "pom.xml", text: "io\\.quarkus" },
      { file: "build.gradle", text: "io\\.quarkus" },
    ],
    images: [],
  },
  {
    port: 8080,
    protocol: "tcp",
    service: "ASP.NET Core 8 and later",
    suggestedBy: [{ file: "*.csproj", text: "Microsoft\\.NET\\.Sdk\\.Web" }],
    // https://learn.microsoft.com/dotnet/core/compatibility/containers/8.0/aspnet-port
    images: ["mcr.microsoft.com/dotnet/aspnet"],
  },
  { port: 8080, protocol: "tcp", service: "Tomcat", suggestedBy: [], images: ["tomcat", "jetty", "tomee"] },
  {
    port: 8080,
    protocol: "tcp",
    service: "Go web servers",
    suggestedBy: [
      {
        file: "go.mod",
        text: "github\\.com/(?:gin-gonic/gin|labstack/echo|gofiber/fiber|go-chi/chi|gorilla/mux)",
      },
    ],
    images: [],
  },
  { port: 8080, protocol: "tcp", service: "Vue CLI", suggestedBy: npm("@vue/cli-service"), images: [] },
  {
    port: 8080,
    protocol: "tcp",
    service: "Actix and Rocket",
    suggestedBy: [{ file: "Cargo.toml", text: "^\\s*(?:actix-web|rocket|axum|warp)\\b" }],
    images: [],
  },
  { port: 8086, protocol: "tcp", service: "InfluxDB", suggestedBy: [], images: ["influxdb"] },
  {
    port: 8123,
    protocol: "tcp",
    service: "ClickHouse over HTTP",
    suggestedBy: [],
    images: ["clickhouse", "clickhouse/clickhouse-server"],
  },
  { port: 8200, protocol: "tcp", service: "Vault", suggestedBy: [], images: ["hashicorp/vault"] },
  { port: 8443, protocol: "tcp", service: "HTTPS without root", suggestedBy: [], images: [] },
  { port: 8500, protocol: "tcp", service: "Consul", suggestedBy: [], images: ["hashicorp/consul"] },
  {
    port: 8501,
    protocol: "tcp",
    service: "Streamlit",
    suggestedBy: python("^\\s*[\"']?streamlit\\b"),
    images: [],
  },
  {
    port: 8888,
    protocol: "tcp",
    service: "Jupyter",
    suggestedBy: [{ file: "*.ipynb" }, ...python("^\\s*[\"']?(?:jupyter|notebook|jupyterlab)\\b")],
    images: ["jupyter/base-notebook"],
  },
  { port: 8983, protocol: "tcp", service: "Solr", suggestedBy: [], images: ["solr"] },
  { port: 9000, protocol: "tcp", service: "PHP-FPM", suggestedBy: [], images: ["php"] },
  { port: 9000, protocol: "tcp", service: "SonarQube", suggestedBy: [], images: ["sonarqube"] },
  {
    port: 9000,
    protocol: "tcp",
    service: "MinIO",
    suggestedBy: [],
    images: ["minio/minio", "quay.io/minio/minio"],
  },
  { port: 9042, protocol: "tcp", service: "Cassandra", suggestedBy: [], images: ["cassandra"] },
  {
    port: 9090,
    protocol: "tcp",
    service: "Prometheus",
    suggestedBy: [{ file: "prometheus.yml" }],
    images: ["prom/prometheus"],
  },
  { port: 9092, protocol: "tcp", service: "Kafka", suggestedBy: [], images: ["apache/kafka"] },
  {
    port: 9100,
    protocol: "tcp",
    service: "Prometheus node exporter",
    suggestedBy: [],
    images: ["prom/node-exporter"],
  },
  {
    port: 9200,
    protocol: "tcp",
    service: "Elasticsearch and OpenSearch",
    suggestedBy: [],
    images: ["elasticsearch", "opensearchproject/opensearch"],
  },
  { port: 9229, protocol: "tcp", service: "Node.js debugger", suggestedBy: [], images: [] },
  { port: 9411, protocol: "tcp", service: "Zipkin", suggestedBy: [], images: ["openzipkin/zipkin"] },
  { port: 11211, protocol: "tcp", service: "Memcached", suggestedBy: [], images: ["memcached"] },
  { port: 15672, protocol: "tcp", service: "RabbitMQ administration", suggestedBy: [], images: ["rabbitmq"] },
  { port: 25565, protocol: "tcp", service: "Minecraft", suggestedBy: [], images: ["itzg/minecraft-server"] },
  { port: 27017, protocol: "tcp", service: "MongoDB", suggestedBy: [], images: ["mongo"] },
  {
    port: 50051,
    protocol: "tcp",
    service: "gRPC",
    suggestedBy: [
      { file: "*.proto" },
      { file: "go.mod", text: "google\\.golang\\.org/grpc" },
      ...python("^\\s*[\"']?grpcio\\b"),
    ],
    images: [],
  },
];

/** What usually listens on a port; none for a port that is nobody's. */
export function servicesOn(port: number, protocol: KnownPort["protocol"] = "tcp"): readonly KnownPort[] {
  return ports.filter((known) => known.port === port && known.protocol === protocol);
}

/** The ports of an image's containers, `library/` left out of the repository. */
export function portsOfImage(repository: string): readonly KnownPort[] {
  return ports.filter(({ images }) => images.includes(repository));
}

/** The ports that a file of the build context hints at, by its name and text. */
export function portsSuggestedBy(file: string, text: string): readonly KnownPort[] {
  return ports.filter(({ suggestedBy }) => suggestedBy.some((hint) => fits(hint, file, text)));
}

function fits(hint: PortHint, file: string, text: string): boolean {
  const [before = "", after] = hint.file.split("*");
  const named = after === undefined ? file === before : file.startsWith(before) && file.endsWith(after);
  return named && (hint.text === undefined || new RegExp(hint.text, "im").test(text));
}
