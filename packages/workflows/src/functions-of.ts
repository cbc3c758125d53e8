import type { InngestFunction } from "inngest";

type Workflow<Ports> = (ports: Ports) => InngestFunction.Any;

/** All that the workflows of a list need together. */
export type PortsOf<List extends Readonly<Record<string, Workflow<never>>>> =
  List[keyof List] extends Workflow<infer Ports> ? Ports : never;

/** Makes every workflow of a list, as a domain's `workflows.ts`, of the ports that they need together. */
export function functionsOf<List extends Readonly<Record<string, Workflow<never>>>>(
  list: List,
): (ports: PortsOf<List>) => InngestFunction.Any[] {
  return (ports) => Object.values(list).map((workflow) => takingAll<PortsOf<List>>(workflow)(ports));
}

/** Guarantee: `Ports` is what all workflows of a list need together, and so what each of them needs. */
function takingAll<Ports>(workflow: Workflow<never>): Workflow<Ports> {
  return workflow as Workflow<Ports>;
}
