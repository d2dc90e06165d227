import type { Instant } from '#base/civil-date.ts';
import type { MatterLife } from '#domain/matter-life.ts';
import type { MatterEvent, MatterThing } from '#domain/public-matter.ts';
import type { Database, Tx } from './database/database.ts';
import { toJsonOrNull } from './json-column.ts';

/** Something that happened to a matter. */
export interface NewEvent {
  thing: MatterThing;
  thingId: number;
  at: Instant;
  what: MatterEvent;
  /** Where the matter stood afterwards. */
  state: string;
  /** Whether a round had ended too late by then. */
  isLate?: boolean;
  /** Whom the matter was with afterwards, and who answered for it. */
  life: Pick<MatterLife, 'unit' | 'responsible'>;
  personId: number | null;
  unitId: number | null;
  text: string | null;
  /** Whether the writer may see it. */
  isOpen: boolean;
  data?: unknown;
}

/** Writes down what happened, and gives the number of the line. */
export async function insertEvent(tx: Tx, event: NewEvent): Promise<number> {
  const { id } = await tx
    .insertInto('matter_events')
    .values({
      thing: event.thing,
      thing_id: event.thingId,
      at: event.at,
      what: event.what,
      state: event.state,
      is_late: event.isLate ?? false,
      person_id: event.personId,
      unit_id: event.unitId,
      holder_id: event.life.unit,
      responsible_id: event.life.responsible,
      text: event.text,
      is_open: event.isOpen,
      data: toJsonOrNull(event.data),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** All that happened to a matter, in order. */
export async function listEvents(db: Database, thing: MatterThing, thingId: number) {
  return await db
    .selectFrom('matter_events as e')
    .leftJoin('units', 'units.id', 'e.unit_id')
    .leftJoin('people', 'people.id', 'e.person_id')
    .select([
      'e.id',
      'e.at',
      'e.what',
      'e.state',
      'e.text',
      'e.is_open as isOpen',
      'e.data',
      'units.name as unit',
      'people.name as person',
    ])
    .where('e.thing', '=', thing)
    .where('e.thing_id', '=', thingId)
    .orderBy('e.id')
    .execute();
}
