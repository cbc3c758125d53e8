/** Guarantee: creating a workflow only takes its ports out of this object and calls none of them. */
export function withoutPorts<Ports extends { inngest: unknown }>(given: Pick<Ports, "inngest">): Ports {
  return given as Ports;
}
