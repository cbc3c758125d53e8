/** What an app says of itself, and to whom. */
export interface TelemetryOptions {
  /** As it stands in every span and metric. */
  service: "web" | "worker";
  /** Where traces and metrics go, OTLP over HTTP: `http://collector:4318`. Absent: nowhere. */
  endpoint: string | undefined;
  /** Whether somebody may read the metrics at `/metrics`. */
  isRead: boolean;
  /** Which part of the traces is kept, from 0 to 1; default all. Every process keeps the same ones. */
  ratio?: number | undefined;
}

export interface Telemetry {
  /** All metrics as Prometheus reads them. */
  metrics(): Promise<string>;
  /** Sends what is left. It does not throw. */
  stop(): Promise<void>;
}
