import type { MatterEvent } from '#domain/public-matter.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Said } from '../view.ts';

/** Where a matter stands, in words of who waits for it. */
export const stateWords: {
  'error-report': Readonly<Record<StateOf<'error-report'>, Said>>;
  inquiry: Readonly<Record<StateOf<'inquiry'>, Said>>;
} = {
  'error-report': {
    received: { zh: '已收到，待分派', en: 'received, to be assigned' },
    assigned: { zh: '办理中', en: 'being handled' },
    answered: { zh: '已答复，待监管单位审核', en: 'answered, to be checked by the office' },
    closed: { zh: '已办结', en: 'dealt with' },
    merged: { zh: '已与相同的找错合并办理', en: 'handled together with others like it' },
    refused: { zh: '不予受理', en: 'not taken up' },
  },
  inquiry: {
    received: { zh: '已收到，待分派', en: 'received, to be assigned' },
    assigned: { zh: '已转给单位，待接收', en: 'with the unit, to be accepted' },
    handling: { zh: '办理中', en: 'being handled' },
    asking: { zh: '等您补充说明', en: 'waiting for your answer' },
    drafted: { zh: '答复审核中', en: 'answer under review' },
    published: { zh: '已答复', en: 'answered' },
    withheld: { zh: '已答复（不公开）', en: 'answered (not published)' },
    merged: { zh: '已与相同的来信合并办理', en: 'handled together with others like it' },
    refused: { zh: '不予受理', en: 'not taken up' },
  },
};

/** What happened, as its writer reads it. */
export const eventWords: Readonly<Partial<Record<MatterEvent, Said>>> = {
  submitted: { zh: '您提交', en: 'you sent it' },
  assigned: { zh: '转给办理单位', en: 'given to the unit' },
  accepted: { zh: '单位已接收', en: 'accepted by the unit' },
  returned: { zh: '退回重新分派', en: 'returned to be assigned anew' },
  asked: { zh: '单位请您补充', en: 'the unit asks you' },
  replied: { zh: '您补充说明', en: 'you answered' },
  'went-on': { zh: '未等到补充，继续办理', en: 'handled on without your answer' },
  complexity: { zh: '办理期限调整', en: 'time limit changed' },
  'extension-granted': { zh: '批准延期', en: 'extended' },
  answered: { zh: '单位答复', en: 'answered by the unit' },
  published: { zh: '答复并公开', en: 'answered and published' },
  withheld: { zh: '答复（不公开）', en: 'answered, not published' },
  closed: { zh: '监管单位审核办结', en: 'checked by the office and closed' },
  refused: { zh: '不予受理', en: 'not taken up' },
  'taken-up': { zh: '重新受理', en: 'taken up again' },
  merged: { zh: '合并办理', en: 'joined with others like it' },
  moved: { zh: '随机构调整转给新单位', en: 'moved with its unit' },
  truth: { zh: '认定是否属实', en: 'whether it was true' },
  captured: { zh: '留存了网页', en: 'the page was captured' },
  rated: { zh: '您评价', en: 'you rated it' },
  reopened: { zh: '您要求重新办理', en: 'you reopened it' },
};

/** Words of the page of one matter. */
export const matterWords = {
  followTitle: { zh: '查询进度', en: 'Follow up' },
  followLead: {
    zh: '输入提交时得到的查询码（20位字母和数字，大小写和横线都可以省去）。',
    en: 'Type the receipt you got: 20 letters and digits; capitals and dashes do not matter.',
  },
  sent: { zh: '已提交', en: 'Sent' },
  reportTitle: { zh: '找错', en: 'Fault report' },
  inquiryTitle: { zh: '来信', en: 'Inquiry' },
  receipt: { zh: '您的查询码', en: 'Your receipt' },
  keep: {
    zh: '查询码只显示这一次，请抄下、截图或打印本页。凭它查看答复、评价和要求重新办理。',
    en: 'It is shown this once: write it down, or print this page. With it you read the answer, rate it, or have it handled again.',
  },
  where: { zh: '查询地址', en: 'Where to look it up' },
  state: { zh: '现在', en: 'Now' },
  unit: { zh: '办理单位', en: 'Unit' },
  unitNone: { zh: '待分派', en: 'to be assigned' },
  due: { zh: '答复期限', en: 'To be answered by' },
  how: { zh: '怎样算出', en: 'How this was computed' },
  answeredOn: { zh: '答复于', en: 'Answered' },
  submittedAt: { zh: '提交时间', en: 'Sent' },
  page: { zh: '网页', en: 'Page' },
  fault: { zh: '问题类型', en: 'Kind' },
  kind: { zh: '来信类型', en: 'Kind' },
  site: { zh: '网站', en: 'Site' },
  siteNone: { zh: '待查明', en: 'to be found out' },
  truth: { zh: '是否属实', en: 'Whether it was true' },
  said: { zh: '您写的', en: 'What you wrote' },
  answer: { zh: '答复', en: 'Answer' },
  answerBy: { zh: '{unit} {at}', en: '{unit}, {at}' },
  refusedFor: { zh: '不予受理的原因：{reason}', en: 'Not taken up because: {reason}' },
  withheldFor: { zh: '不公开的原因：{reason}', en: 'Not published because: {reason}' },
  published: { zh: '公开的答复', en: 'The published answer' },
  looks: { zh: '网页留存', en: 'The page as it was' },
  looksWhy: {
    zh: '系统在您提交时和单位答复后各看一次该网页，并作为佐证保存。',
    en: 'We look at the page when you report it and again after the answer, and keep both as evidence.',
  },
  looksSoon: { zh: '正在留存，稍后刷新可见。', en: 'Being captured; reload in a moment.' },
  before: { zh: '提交时', en: 'When you reported it' },
  after: { zh: '答复后', en: 'After the answer' },
  lookFailed: {
    zh: '没有留存成功（{why}）。不影响办理。',
    en: 'The page could not be captured ({why}). It is handled all the same.',
  },
  lookAlt: { zh: '{when}的网页截图', en: 'Picture of the page: {when}' },
  lookText: { zh: '网页文字', en: 'Text of the page' },
  status: { zh: '状态 {status}', en: 'status {status}' },
  steps: { zh: '办理经过', en: 'What happened' },
  question: { zh: '单位请您补充', en: 'The unit asks you' },
  reply: { zh: '您的补充', en: 'Your answer' },
  sendReply: { zh: '提交补充', en: 'Send the answer' },
  rate: { zh: '您对答复满意吗', en: 'How satisfied are you with the answer' },
  comment: { zh: '想说的话', en: 'Anything to add' },
  sendRating: { zh: '提交评价', en: 'Send the rating' },
  rated: { zh: '您的评价', en: 'Your rating' },
  reopen: { zh: '没有解决？要求重新办理', en: 'Not solved? Have it handled again' },
  reopenWhy: {
    zh: '可以要求重新办理一次，截止{until}。',
    en: 'You may have it handled again once, until {until}.',
  },
  reason: { zh: '还有什么没解决', en: 'What is still wrong' },
  sendReopening: { zh: '要求重新办理', en: 'Have it handled again' },
  pictures: { zh: '图片', en: 'Pictures' },
  picture: { zh: '补充一张图片', en: 'Add a picture' },
  pictureHint: {
    zh: 'JPEG 或 PNG，不超过5 MB，最多3张。拍摄地点等附加信息会自动去掉。',
    en: 'JPEG or PNG, at most 5 MB, three of them. Hidden data such as where it was taken are removed.',
  },
  sendPicture: { zh: '上传图片', en: 'Send the picture' },
  pictureAlt: { zh: '您上传的第{number}张图片', en: 'Picture {number} that you sent' },
  pictureMissing: { zh: '请选择一张图片。', en: 'Choose a picture.' },
  satisfactionMissing: { zh: '请选择满意程度。', en: 'Choose how satisfied you are.' },
  done: {
    rate: { zh: '评价已提交，谢谢。', en: 'Your rating was taken, thank you.' },
    reopen: {
      zh: '已要求重新办理，新的期限见下。',
      en: 'It will be handled again; the new day is below.',
    },
    reply: { zh: '补充说明已提交。', en: 'Your answer was sent.' },
    picture: { zh: '图片已收下。', en: 'The picture was taken.' },
  },
} as const;

/** Why a page could not be captured. */
export const failureWords: Readonly<Record<string, Said>> = {
  dns: { zh: '找不到这个域名', en: 'no such host' },
  refused: { zh: '服务器拒绝连接', en: 'the server refused' },
  reset: { zh: '连接被中断', en: 'the connection was cut' },
  tls: { zh: '证书或加密有误', en: 'its certificate is wrong' },
  timeout: { zh: '超过15秒没有打开', en: 'not open after 15 seconds' },
  'redirect-loop': { zh: '循环跳转', en: 'it leads in circles' },
  'too-many-redirects': { zh: '跳转过多', en: 'too many redirects' },
  'forbidden-address': { zh: '不是公开的地址', en: 'no public address' },
  unreachable: { zh: '无法到达', en: 'not to be reached' },
  ours: { zh: '我方故障', en: 'our own fault' },
};
