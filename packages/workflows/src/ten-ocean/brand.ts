/**
 * In whose name the association's workflows speak. Links begin with the port `portalUrl`, and whom an email comes from is
 * up to the port that sends it.
 */
export interface Brand {
  /** In subjects and emails. */
  name: string;
}

const tenOcean: Brand = { name: "10 Ocean" };

/** The brand that the workflows were given; where it says nothing, 10 Ocean. */
export function brandOf({ brand }: { brand?: Partial<Brand> } = {}): Brand {
  return { ...tenOcean, ...brand };
}
