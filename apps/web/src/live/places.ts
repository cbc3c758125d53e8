export interface PlacesOptions {
  /** Most streams of this process. */
  total: number;
  /** Most streams of one network: an office or a hostel shares one. */
  perNetwork: number;
}

export interface Places {
  /** @returns what gives the place back; or which of the limits leaves none. */
  take(network: string): (() => void) | keyof PlacesOptions;
}

/** A stream holds a connection and memory for minutes, so there are only so many. */
export function createPlaces({ total, perNetwork }: PlacesOptions): Places {
  const byNetwork = new Map<string, number>();
  let taken = 0;
  return {
    take(network) {
      const here = byNetwork.get(network) ?? 0;
      if (here >= perNetwork) return "perNetwork";
      if (taken >= total) return "total";
      taken += 1;
      byNetwork.set(network, here + 1);
      let isLeft = false;
      return () => {
        if (isLeft) return;
        isLeft = true;
        taken -= 1;
        const left = (byNetwork.get(network) ?? 1) - 1;
        if (left > 0) byNetwork.set(network, left);
        else byNetwork.delete(network);
      };
    },
  };
}
