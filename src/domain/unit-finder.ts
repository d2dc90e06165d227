import { type Region, regionTitle, type Unit } from './register.ts';

/** What a unit is found by. */
export type NamedUnit = Pick<Unit, 'id' | 'regionId' | 'name' | 'aliases' | 'formerNames'>;

/** Finds units by what sheets call them: today's names first, then aliases, then former names. */
export class UnitFinder {
  readonly #regions: ReadonlyMap<number, Region>;
  readonly #titles: ReadonlyMap<number, string>;
  readonly #names = new Map<number, string>();
  readonly #ranks = [1, 2, 3].map(() => new Map<string, number[]>());

  constructor(regions: readonly Region[], units: readonly NamedUnit[]) {
    this.#regions = new Map(regions.map((region) => [region.id, region]));
    this.#titles = new Map(regions.map(({ id }) => [id, this.titleOf(id)]));
    for (const unit of units) this.add(unit);
  }

  add({ id, regionId, name, aliases, formerNames }: NamedUnit): void {
    this.#names.set(id, name);
    for (const [rank, names] of [[name], aliases, formerNames].entries()) {
      for (const one of names) this.#put(rank, regionId, one, id);
    }
  }

  addAlias({ id, regionId }: NamedUnit, alias: string): void {
    this.#put(1, regionId, alias, id);
  }

  #put(rank: number, regionId: number, name: string, id: number): void {
    const names = this.#ranks[rank];
    const key = `${regionId}/${name}`;
    const found = names?.get(key) ?? [];
    if (!found.includes(id)) names?.set(key, [...found, id]);
  }

  /** Units of a region that go by a name: all of the best rank that has any. */
  inRegion(regionId: number, name: string): number[] {
    for (const names of this.#ranks) {
      const found = names.get(`${regionId}/${name}`);
      if (found) return found;
    }
    return [];
  }

  /** The unit of a region that goes by a name today, official or alias. */
  holderOf(regionId: number, name: string): number[] {
    const key = `${regionId}/${name}`;
    return [...(this.#ranks[0]?.get(key) ?? []), ...(this.#ranks[1]?.get(key) ?? [])];
  }

  /** The official name of a unit; null for none. */
  nameOf(id: number | null): string | null {
    return id === null ? null : (this.#names.get(id) ?? null);
  }

  titleOf(regionId: number): string {
    const region = this.#regions.get(regionId);
    return region ? regionTitle(region, this.#regions) : '';
  }

  /**
   * The unit that stands above one of a region and is called so: of the nearest region upwards,
   * or of the region written before its name, `咸宁市/市商务局`. Null where none or several are.
   */
  parent(regionId: number, word: string): number | null {
    const cut = word.lastIndexOf('/');
    const name = word.slice(cut + 1).trim();
    const title = cut < 0 ? null : word.slice(0, cut).trim();
    for (
      let region = this.#regions.get(regionId);
      region !== undefined;
      region = this.#regions.get(region.parentId ?? Number.NaN)
    ) {
      if (title !== null && this.#titles.get(region.id) !== title) continue;
      const found = this.inRegion(region.id, name);
      if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
    }
    return null;
  }

  /** What `parent` finds a unit by, from a region. */
  parentWord(regionId: number, parent: NamedUnit): string {
    if (this.parent(regionId, parent.name) === parent.id) return parent.name;
    return `${this.titleOf(parent.regionId)}/${parent.name}`;
  }
}
