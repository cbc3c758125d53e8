export interface PlacesOptions {
  /** Most of this process. */
  total: number;
  /** Most of one who takes them. */
  each: number;
}

export interface Places {
  /**
   * @param holder who takes it, such as a network: an office or a hostel shares one
   * @returns what gives the place back; or which of the limits leaves none
   */
  take(holder: string): (() => void) | keyof PlacesOptions;
}

/** For what holds memory or a connection for a while, so that there may be only so many at once. */
export function createPlaces({ total, each }: PlacesOptions): Places {
  const byHolder = new Map<string, number>();
  let taken = 0;
  return {
    take(holder) {
      const here = byHolder.get(holder) ?? 0;
      if (here >= each) return "each";
      if (taken >= total) return "total";
      taken += 1;
      byHolder.set(holder, here + 1);
      let isLeft = false;
      return () => {
        if (isLeft) return;
        isLeft = true;
        taken -= 1;
        const left = (byHolder.get(holder) ?? 1) - 1;
        if (left > 0) byHolder.set(holder, left);
        else byHolder.delete(holder);
      };
    },
  };
}
