/** Of some ports: `true` for all of one, otherwise the names of its methods. */
export type Wanted<Ports> = {
  [Port in keyof Ports]?: true | keyof NonNullable<Ports[Port]>;
};

/** What a workflow needs of a product's ports, and no more: a port that may be absent may still be. */
export type Uses<Ports, Named extends Wanted<Ports>> = {
  [Port in keyof Pick<Ports, keyof Named & keyof Ports>]: Named[Port] extends keyof NonNullable<Ports[Port]>
    ? Pick<NonNullable<Ports[Port]>, Named[Port]>
    : Ports[Port];
};
