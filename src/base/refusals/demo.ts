/** Refusals of the demo: data that live by a clock of their own. */
export const demoRefusals = {
  'demo-data': {
    zh: '这是演示数据，使用演示时钟，只能由 npm run demo 启动。正式使用请另设 XUNWANG_DATA 或 DATABASE_URL。',
    en: 'These data are the demo’s and live by its clock: only npm run demo starts them. For an office of your own set another XUNWANG_DATA or DATABASE_URL.',
  },
  'demo-in-office': {
    zh: '数据库中已有正式数据，不能在其中演示。请另设 XUNWANG_DATA。',
    en: 'There are data of an office here: the demo is not played into them. Set another XUNWANG_DATA.',
  },
  'demo-on-server': {
    zh: '演示只用自带的数据库，请取消 DATABASE_URL。',
    en: 'The demo uses only the database that comes with it: unset DATABASE_URL.',
  },
  'demo-open-door': {
    zh: '演示的口令是公开的，只能在本机（127.0.0.1）使用；要监听 {host}，请用 XUNWANG_DEMO_PASSWORD 另设口令。',
    en: 'The demo’s password is known to everybody, so it listens to this machine only; for {host} set a password of your own in XUNWANG_DEMO_PASSWORD.',
  },
  'demo-city-port': {
    zh: '模拟城市的端口 {port} 已被占用。演示可能已在运行；否则请停止占用该端口的程序，或用 --fresh 重新开始。',
    en: 'The port {port} of the simulated city is taken. The demo may be running already; else stop what holds the port, or begin anew with --fresh.',
  },
  'demo-folder-foreign': {
    zh: '{dir} 不是演示的数据目录，不会被删除。',
    en: '{dir} is no folder of the demo: it is not deleted.',
  },
  'demo-unconfirmed': {
    zh: '未确认，没有删除 {dir}。在终端中回答“y”，或加上 --yes。',
    en: 'Nothing was deleted, as nobody said so for {dir}. Answer y at a terminal, or add --yes.',
  },
  'demo-not-running': {
    zh: '{dir} 中没有正在运行的演示。请先运行 npm run demo。',
    en: 'No demo runs in {dir}. Start it first: npm run demo.',
  },
  'demo-nobody': {
    zh: '演示中没有 {login} 的双因素密钥。有密钥的是：{known}。',
    en: 'Nobody called {login} has a second factor in the demo. Those who have one: {known}.',
  },
} as const;
