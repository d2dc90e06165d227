import type { Answer } from '../../api/ask.ts';

export type OrderSheet = Answer<'GET /orders/{order}'>;
export type OrderItem = OrderSheet['items'][number];
export type Sight = NonNullable<OrderItem['before']>;
