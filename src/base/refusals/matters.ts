/** Refusals of error reports and inquiries: what citizens meet, and what the office meets. */
export const matterRefusals = {
  'page-url-mistake': {
    zh: '网址“{url}”不是可以公开访问的网页地址。请从浏览器地址栏复制完整地址（以 http:// 或 https:// 开头）。',
    en: 'The address “{url}” is not that of a public web page. Copy the whole address from your browser; it begins with http:// or https://.',
  },
  'text-missing': {
    zh: '请填写{field}。',
    en: 'Please fill in: {field}.',
  },
  'text-length': {
    zh: '{field}最多{most}个字，现有{length}个字。请缩短后再提交。',
    en: '{field}: at most {most} characters, these are {length}. Please make it shorter.',
  },
  'contact-mistake': {
    zh: '联系方式中的“{field}”填写有误。可以不填，或者更正后再提交。',
    en: 'The contact field “{field}” is not right. Leave it empty or correct it.',
  },
  'contact-key-missing': {
    zh: '系统没有设置联系方式的加密密钥（XUNWANG_CONTACT_KEY），不能保存联系方式。请系统管理员设置后再试。',
    en: 'No key is set for contact data (XUNWANG_CONTACT_KEY), so none can be kept. An administrator must set it.',
  },
  'contact-key-mistake': {
    zh: 'XUNWANG_CONTACT_KEY 应为32字节的 base64（44个字符）。可以用 openssl rand -base64 32 生成。',
    en: 'XUNWANG_CONTACT_KEY should be 32 bytes in base64 (44 characters). Make one with: openssl rand -base64 32',
  },
  'contact-sealed-otherwise': {
    zh: '联系方式是用另一个密钥加密的，现在的密钥打不开。请恢复原来的 XUNWANG_CONTACT_KEY 或 contact.key 文件。',
    en: 'The contact data was sealed with another key. Restore the former XUNWANG_CONTACT_KEY or the file contact.key.',
  },
  'contact-none': {
    zh: '来信人没有留下联系方式，或者已按期清除。',
    en: 'The writer left no contact data, or it was erased on schedule.',
  },
  'unit-unknown': {
    zh: '没有编号为 {unit} 的单位。请从列表中选择，或者不选。',
    en: 'There is no unit {unit}. Choose one from the list, or none.',
  },
  'same-text-often': {
    zh: '同样的内容一小时内已提交 {count} 次。请稍候，或凭已有的查询码查看办理情况。',
    en: 'The same text was sent {count} times within an hour. Wait, or follow it by the receipt you have.',
  },
  'receipt-unknown': {
    zh: '查询码不正确。请核对后重新输入（20位字母和数字）。',
    en: 'This receipt is not right. Check it and type it again: 20 letters and digits.',
  },
  'not-rateable': {
    zh: '尚未办结，还不能评价。',
    en: 'It is not dealt with yet, so it cannot be rated.',
  },
  'already-rated': {
    zh: '您已评价过这次答复，每次答复只能评价一次。',
    en: 'You rated this answer already; each answer is rated once.',
  },
  'not-reopenable': {
    zh: '现在不能重新提出：尚未办结、未予受理，或者已超过办结后10天。您可以重新提交。',
    en: 'It cannot be reopened: not dealt with yet, not taken up, or more than 10 days ago. You may write anew.',
  },
  'already-reopened': {
    zh: '这件事已重新提出过一次。如仍有问题，请重新提交。',
    en: 'This was reopened once already. If something is still wrong, please write anew.',
  },
  'no-question': {
    zh: '目前没有需要补充回答的问题，请刷新后查看。',
    en: 'No question is open here. Reload to see where it stands.',
  },
  'returned-before': {
    zh: '该单位（{unit}）已退回过一次，不能再次退回（首问负责）。请办理，或由监管员改派。',
    en: 'Unit {unit} returned it once already and cannot again. Handle it, or have it assigned elsewhere.',
  },
  'matter-ended': {
    zh: '已经办结，不能再更改。',
    en: 'It has ended and cannot be changed.',
  },
  'not-handled': {
    zh: '只有办理中的诉求才能这样操作（当前状态：{state}）。',
    en: 'This is done while an inquiry is handled; it is {state}.',
  },
  'helper-there': {
    zh: '单位（{unit}）已在办理这件诉求。',
    en: 'Unit {unit} is at this inquiry already.',
  },
  'helper-not-open': {
    zh: '单位（{unit}）不是待反馈的协办单位。',
    en: 'Unit {unit} is not asked to help, or has done so.',
  },
  'helpers-open': {
    zh: '协办单位（{units}）尚未反馈。请等待反馈，或者说明理由后解除协办。',
    en: 'Helping units ({units}) have not spoken yet. Wait for them, or release them with a reason.',
  },
  'extension-asked-before': {
    zh: '延期只能申请一次。',
    en: 'An extension can be asked for once.',
  },
  'extension-not-asked': {
    zh: '没有待审批的延期申请。',
    en: 'No extension waits for approval.',
  },
  'merge-foreign': {
    zh: '不能合并：{ids} 不存在、已经办结，或者与主件不在同一地区。',
    en: 'Cannot be merged: {ids} do not exist, have ended, or are of another region.',
  },
  'not-published': {
    zh: '来信人不同意公开。如需公开，请先征得来信人同意；否则请选择不公开的理由。',
    en: 'The writer does not agree to publication. Withhold it with a reason.',
  },
  'report-not-true': {
    zh: '只有属实的找错才能转为问题（当前认定：{truth}）。请先认定是否属实。',
    en: 'Only a fault found to be true becomes a finding; this one is: {truth}. Judge that first.',
  },
  'report-site-unknown': {
    zh: '这条找错还没有对应到名录中的网站，不能转为问题。请先指定网站。',
    en: 'This report has no site of the register yet. Assign one first.',
  },
  'report-found-before': {
    zh: '这条找错已转为问题（编号 {finding}）。',
    en: 'This report is finding {finding} already.',
  },
  'site-not-inspected': {
    zh: '该网站在这次抽查中没有处于复核阶段的检测结果，不能加入问题。',
    en: 'The site has no measured inspection in a campaign that is under review.',
  },
  'matters-unreconciled': {
    zh: '找错或者网络问政的数字对不上：{what}。请查明后再提交或者发布。',
    en: 'The figures of error reports or inquiries do not add up: {what}. Find out why first.',
  },
  'period-mistake': {
    zh: '统计时段有误：起始日 {from} 晚于截止日 {to}。',
    en: 'The period is wrong: {from} is after {to}.',
  },
  'capture-mistake': {
    zh: '快照有误：{what}。',
    en: 'The capture is wrong: {what}.',
  },
} as const;
