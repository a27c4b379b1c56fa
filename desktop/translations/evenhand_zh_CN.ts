<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CallListModel</name>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>风险提示</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>通话结果</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Received from {origin}</source>
        <translation>来自 {origin}</translation>
    </message>
    <message>
        <source>legal hold</source>
        <translation>已保全</translation>
    </message>
</context>
<context>
    <name>CallListView</name>
    <message>
        <source>Find by case, agent, date or outcome</source>
        <translation>按案件、坐席、日期或结果查找</translation>
    </message>
    <message>
        <source>Only calls with flags</source>
        <translation>只看有风险提示的通话</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>No calls are recorded yet. Play the demo call, or start a call.</source>
        <translation>还没有通话记录。可以播放演示通话，或开始一通电话。</translation>
    </message>
</context>
<context>
    <name>CallTranscript</name>
    <message>
        <source>Transcript</source>
        <translation>通话文字</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>CallView</name>
    <message>
        <source>← Calls</source>
        <translation>← 通话列表</translation>
    </message>
    <message>
        <source>Export as evidence…</source>
        <translation>导出为证据…</translation>
    </message>
    <message>
        <source>Opening the call…</source>
        <translation>正在打开通话…</translation>
    </message>
    <message>
        <source>Call {number} · case {case} · {agent} · {length} · {state}</source>
        <translation>第 {number} 通 · 案件 {case} · {agent} · {length} · {state}</translation>
    </message>
    <message>
        <source>Received from {origin}; unchanged since it was sealed there.</source>
        <translation>收自 {origin}，封存以后没有改动。</translation>
    </message>
    <message>
        <source>Legal hold by {who}: {why}</source>
        <translation>{who} 设了法律保全：{why}</translation>
    </message>
    <message>
        <source>{what} asked for by {who}: {state} ({why})</source>
        <translation>{who} 申请{what}：{state}（{why}）</translation>
    </message>
    <message>
        <source>This call has no wrap-up.</source>
        <translation>这通电话没有话后小结。</translation>
    </message>
    <message>
        <source>Outcome: {outcome}</source>
        <translation>结果：{outcome}</translation>
    </message>
    <message>
        <source>Promised: {amount} by {date}</source>
        <translation>承诺：{date} 前还 {amount}</translation>
    </message>
    <message>
        <source>Next contact: {when}</source>
        <translation>下次联系：{when}</translation>
    </message>
    <message>
        <source>Suggestions shown: {shown}, used: {used}</source>
        <translation>话术提示：显示 {shown} 条，使用 {used} 条</translation>
    </message>
</context>
<context>
    <name>CaseEditor</name>
    <message>
        <source>New case</source>
        <translation>新建案件</translation>
    </message>
    <message>
        <source>Edit case</source>
        <translation>编辑案件</translation>
    </message>
    <message>
        <source>several separated by commas</source>
        <translation>多个用逗号隔开</translation>
    </message>
    <message>
        <source>overdue since</source>
        <translation>逾期起始日</translation>
    </message>
    <message>
        <source>only the creditor&apos;s official ones, separated by commas</source>
        <translation>只填债权人的官方渠道，用逗号隔开</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>本金</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>利息</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Rules of</source>
        <translation>适用规则</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>案件编号</translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>债务人</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>债权人</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Kind of debt</source>
        <translation>债务类型</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Payment channels</source>
        <translation>还款渠道</translation>
    </message>
    <message>
        <source>Guarantor</source>
        <translation>担保人</translation>
    </message>
    <message>
        <source>Guarantor&apos;s phones</source>
        <translation>担保人电话</translation>
    </message>
    <message>
        <source>Legal procedure</source>
        <translation>法律程序</translation>
    </message>
    <message>
        <source>Hardship</source>
        <translation>经济困难</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>the case number</source>
        <translation>案件编号</translation>
    </message>
    <message>
        <source>the debtor&apos;s name</source>
        <translation>债务人姓名</translation>
    </message>
    <message>
        <source>the creditor</source>
        <translation>债权人</translation>
    </message>
    <message>
        <source>the product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Please fill in {what}.</source>
        <translation>请填写{what}。</translation>
    </message>
    <message>
        <source>Please fill in what is owed.</source>
        <translation>请填写欠款金额。</translation>
    </message>
</context>
<context>
    <name>CaseHistory</name>
    <message>
        <source>Promised {amount} by {date}</source>
        <translation>承诺 {date} 前还 {amount}</translation>
    </message>
    <message>
        <source>Plan of {count} payments agreed</source>
        <translation>已商定分 {count} 期的还款计划</translation>
    </message>
    <message>
        <source>Disputed: {reason}</source>
        <translation>有异议：{reason}</translation>
    </message>
    <message>
        <source>Asked not to be called: {words}</source>
        <translation>要求不再来电：{words}</translation>
    </message>
</context>
<context>
    <name>CaseListModel</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Days overdue</source>
        <translation>逾期天数</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>上次通话</translation>
    </message>
    <message>
        <source>What stands against a call</source>
        <translation>不宜致电的原因</translation>
    </message>
    <message>
        <source>no calls wanted</source>
        <translation>要求停止来电</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>有异议</translation>
    </message>
    <message>
        <source>plan agreed</source>
        <translation>已有还款计划</translation>
    </message>
    <message>
        <source>represented</source>
        <translation>有代理人</translation>
    </message>
    <message>
        <source>hardship</source>
        <translation>经济困难</translation>
    </message>
    <message>
        <source>deceased</source>
        <translation>已故</translation>
    </message>
</context>
<context>
    <name>CaseListView</name>
    <message>
        <source>Find by case number or product</source>
        <translation>按案件编号或产品查找</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>新建案件…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>No cases yet. Import a table (XLSX or CSV) or type in a case.</source>
        <translation>还没有案件。请导入表格（XLSX 或 CSV），或手动录入。</translation>
    </message>
</context>
<context>
    <name>CaseTexts</name>
    <message>
        <source>debtor</source>
        <translation>债务人</translation>
    </message>
    <message>
        <source>guarantor</source>
        <translation>担保人</translation>
    </message>
    <message>
        <source>representative</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>contact person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>third party</source>
        <translation>第三人</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>占线</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>拒接</translation>
    </message>
    <message>
        <source>number not in use</source>
        <translation>空号</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>voicemail</source>
        <translation>语音信箱</translation>
    </message>
    <message>
        <source>someone answered</source>
        <translation>有人接听</translation>
    </message>
    <message>
        <source>talked</source>
        <translation>有效通话</translation>
    </message>
    <message>
        <source>No suit: don&apos;t speak of one.</source>
        <translation>没有起诉：不要提起诉。</translation>
    </message>
    <message>
        <source>A suit is considered, none is filed: say no more.</source>
        <translation>正在考虑起诉，尚未提交：不要多说。</translation>
    </message>
    <message>
        <source>A suit is filed.</source>
        <translation>已起诉。</translation>
    </message>
    <message>
        <source>There is a judgment.</source>
        <translation>已有判决。</translation>
    </message>
    <message>
        <source>The court is enforcing its judgment.</source>
        <translation>法院正在强制执行。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>considered</source>
        <translation>考虑中</translation>
    </message>
    <message>
        <source>filed</source>
        <translation>已起诉</translation>
    </message>
    <message>
        <source>judgment</source>
        <translation>已判决</translation>
    </message>
    <message>
        <source>enforcement</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>credit card</source>
        <translation>信用卡</translation>
    </message>
    <message>
        <source>consumer loan</source>
        <translation>消费贷款</translation>
    </message>
    <message>
        <source>car loan</source>
        <translation>汽车贷款</translation>
    </message>
    <message>
        <source>mortgage</source>
        <translation>房贷</translation>
    </message>
    <message>
        <source>purchased debt</source>
        <translation>受让债权</translation>
    </message>
    <message>
        <source>trade debt</source>
        <translation>商业欠款</translation>
    </message>
    <message>
        <source>private debt</source>
        <translation>民间借贷</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>is not an amount</source>
        <translation>不是金额</translation>
    </message>
    <message>
        <source>is not a date</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>is not a rate</source>
        <translation>不是利率</translation>
    </message>
    <message>
        <source>is not a phone number</source>
        <translation>不是电话号码</translation>
    </message>
    <message>
        <source>is not a time zone</source>
        <translation>不是时区</translation>
    </message>
    <message>
        <source>is not a known kind of debt</source>
        <translation>不是已知的债务类型</translation>
    </message>
    <message>
        <source>is not a known legal status</source>
        <translation>不是已知的法律状态</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>重复出现</translation>
    </message>
    <message>
        <source>says that nothing is owed</source>
        <translation>欠款为零</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Whom to call</source>
        <translation>打给谁</translation>
    </message>
    <message>
        <source>About which debt</source>
        <translation>哪笔债务</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>{case} · {name}</source>
        <translation>{case} · {name}</translation>
    </message>
    <message>
        <source>← Cases</source>
        <translation>← 案件列表</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Work out a plan…</source>
        <translation>制定还款计划…</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>This case has no phone number. Edit the case to add one.</source>
        <translation>这个案件没有电话号码。请编辑案件补上。</translation>
    </message>
    <message>
        <source>Creditor: {creditor}</source>
        <translation>债权人：{creditor}</translation>
    </message>
    <message>
        <source>Principal {principal}, interest {interest}, fees {fees}</source>
        <translation>本金 {principal}，利息 {interest}，费用 {fees}</translation>
    </message>
    <message>
        <source>{days} days overdue</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>Pay through: {channels}</source>
        <translation>还款渠道：{channels}</translation>
    </message>
    <message>
        <source>No official payment channel is on file: don&apos;t name any.</source>
        <translation>没有登记官方还款渠道：不要向客户提供任何渠道。</translation>
    </message>
    <message>
        <source>Hardship: {what}</source>
        <translation>经济困难：{what}</translation>
    </message>
    <message>
        <source>Notes: {notes}</source>
        <translation>备注：{notes}</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>暂无。</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Required statements</source>
        <translation>必说事项</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已超时</translation>
    </message>
</context>
<context>
    <name>CompactWindow</name>
    <message>
        <source>evenhand – small</source>
        <translation>evenhand 小窗</translation>
    </message>
    <message>
        <source>Back to the large window</source>
        <translation>回到大窗</translation>
    </message>
    <message>
        <source>No flag</source>
        <translation>没有风险提示</translation>
    </message>
    <message>
        <source>{count} flags so far</source>
        <translation>已有 {count} 条风险提示</translation>
    </message>
    <message>
        <source>No suggestion right now</source>
        <translation>暂时没有话术提示</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Both sides are speaking. Start listening?</source>
        <translation>双方已开始说话。要开始监听吗？</translation>
    </message>
    <message>
        <source>Something failed</source>
        <translation>出了点问题</translation>
    </message>
    <message>
        <source>A part of evenhand failed. A running call goes on and stays recorded.</source>
        <translation>evenhand 的一个部件出错了。正在进行的通话照常继续，录音不受影响。</translation>
    </message>
    <message>
        <source>A report without personal data was written to {path}. Send it to your support.</source>
        <translation>已生成不含个人信息的报告：{path}。请发给技术支持。</translation>
    </message>
    <message>
        <source>Done: evenhand:// addresses now open here.</source>
        <translation>已完成：evenhand:// 链接现在会在这里打开。</translation>
    </message>
    <message>
        <source>On this system it takes an application bundle, which evenhand does not have yet.</source>
        <translation>这个系统需要应用程序包，evenhand 目前还没有。</translation>
    </message>
</context>
<context>
    <name>DismissReasons</name>
    <message>
        <source>Misheard: I did not say that</source>
        <translation>听错了：我没这么说</translation>
    </message>
    <message>
        <source>Harmless in this context</source>
        <translation>在当时语境下没问题</translation>
    </message>
    <message>
        <source>The customer said it</source>
        <translation>是客户说的</translation>
    </message>
    <message>
        <source>I have put it right</source>
        <translation>我已当场更正</translation>
    </message>
</context>
<context>
    <name>EventDisplay</name>
    <message>
        <source>Both sides have been silent for a while. Is the call over?</source>
        <translation>双方已沉默一段时间。通话结束了吗？</translation>
    </message>
    <message>
        <source>Paused: nothing is recorded</source>
        <translation>已暂停：不录音</translation>
    </message>
    <message>
        <source>Recording again</source>
        <translation>恢复录音</translation>
    </message>
    <message>
        <source>Marked for review</source>
        <translation>已标记，待复核</translation>
    </message>
    <message>
        <source>Recognition failed and was restarted after {seconds} s; nothing of the sound is lost</source>
        <translation>识别程序出错，{seconds} 秒后已重启；录音没有丢失</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export evidence</source>
        <translation>导出证据</translation>
    </message>
    <message>
        <source>The bundle holds the sound, the transcript and every entry of this call, signed, with a guide for checking it without evenhand. ID, card and telephone numbers are masked in the text and silenced in the sound. The export is noted in the record.</source>
        <translation>证据包里有这通电话的录音、文字和每一条记录，都已签名，并附有不用本软件也能核对的说明。身份证号、银行卡号和电话号码在文字里遮盖，在录音里静音。这次导出会记入记录。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>&amp;Copy fingerprint</source>
        <translation>复制指纹(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>The bundle holds the sound, the transcript and every entry of this call, signed, with ALL numbers readable, as two people agreed. The agreement serves once. Give the bundle only to whom it was agreed for.</source>
        <translation>证据包里有这通电话的录音、文字和每一条记录，都有签名；经两人同意，所有号码都可以看到、听到。这次同意只能用一次。证据包只交给当初说好的人。</translation>
    </message>
    <message>
        <source>Exported to {folder}. Numbers masked in {entries} entries and silenced in {places} places. Tell the receiver this fingerprint by another way than the bundle, such as by telephone:</source>
        <translation>已导出到 {folder}。有 {entries} 条记录遮盖了号码，录音里有 {places} 处静音。请用证据包以外的途径（例如打电话）把下面的指纹告诉接收方：</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
</context>
<context>
    <name>FactsStrip</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Year-month-day, such as 2026-12-05</source>
        <translation>年-月-日，如 2026-12-05</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Amounts and dates that are promised appear here</source>
        <translation>客户承诺的金额和日期会显示在这里</translation>
    </message>
    <message>
        <source>{what}: “{heard}”</source>
        <translation>{what}：“{heard}”</translation>
    </message>
    <message>
        <source>{what}: “{heard}” (+{more})</source>
        <translation>{what}：“{heard}”（还有 {more} 项）</translation>
    </message>
    <message>
        <source>{what} confirmed: {amount} {date}</source>
        <translation>{what}已确认：{amount} {date}</translation>
    </message>
</context>
<context>
    <name>FlagLane</name>
    <message>
        <source>No flags. What breaks a rule is told here, with what to say instead.</source>
        <translation>没有风险提示。说了违规的话会在这里提示，并给出可以改说的话。</translation>
    </message>
    <message>
        <source>Say instead: {words}</source>
        <translation>改说：{words}</translation>
    </message>
    <message>
        <source>Say: {words}</source>
        <translation>可以说：{words}</translation>
    </message>
    <message>
        <source>{count} flags so far</source>
        <translation>已有 {count} 条风险提示</translation>
    </message>
    <message>
        <source>Dismiss (D)</source>
        <translation>忽略  D</translation>
    </message>
    <message>
        <source>This flag is wrong. It stays in the record, with your name.</source>
        <translation>这条提示不对。它仍会连同您的姓名留在记录里。</translation>
    </message>
    <message>
        <source>Dismiss with a reason (Shift+D)</source>
        <translation>注明原因后忽略（Shift+D）</translation>
    </message>
    <message>
        <source>Dismiss with a reason</source>
        <translation>注明原因后忽略</translation>
    </message>
</context>
<context>
    <name>FlagList</name>
    <message>
        <source>Also possible ones and mere mentions</source>
        <translation>同时显示疑似和仅提及的</translation>
    </message>
    <message>
        <source>At</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>风险提示</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Flags of the call</source>
        <translation>本通电话的风险提示</translation>
    </message>
    <message>
        <source>No flags in this call.</source>
        <translation>这通电话没有风险提示。</translation>
    </message>
    <message>
        <source>Said: {words}</source>
        <translation>原话：{words}</translation>
    </message>
    <message>
        <source>Say instead: {text}</source>
        <translation>改说：{text}</translation>
    </message>
    <message>
        <source>Basis: {basis}</source>
        <translation>依据：{basis}</translation>
    </message>
    <message>
        <source>Dismissed by {who}: {why}</source>
        <translation>{who} 已忽略：{why}</translation>
    </message>
</context>
<context>
    <name>Flags</name>
    <message>
        <source>Stop</source>
        <translation>停</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>just heard</source>
        <translation>刚听到</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Not said yet: {title}</source>
        <translation>还没说：{title}</translation>
    </message>
    <message>
        <source>Customer: “{words}”</source>
        <translation>客户：“{words}”</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>House rule: {rule}</source>
        <translation>内部规定：{rule}</translation>
    </message>
    <message>
        <source>Say instead: {words}</source>
        <translation>改说：{words}</translation>
    </message>
    <message>
        <source>Basis: {basis}</source>
        <translation>依据：{basis}</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Mark moment  M</source>
        <translation>标记  M</translation>
    </message>
    <message>
        <source>Mark this moment for review (M)</source>
        <translation>标记此刻，供事后复核（M）</translation>
    </message>
    <message>
        <source>Go on  P</source>
        <translation>继续  P</translation>
    </message>
    <message>
        <source>Pause  P</source>
        <translation>暂停  P</translation>
    </message>
    <message>
        <source>Record and recognise again (P)</source>
        <translation>恢复录音和识别（P）</translation>
    </message>
    <message>
        <source>Nothing is recorded while paused, for card numbers and the like (P)</source>
        <translation>暂停期间不录音，用于报卡号等情形（P）</translation>
    </message>
    <message>
        <source>End call  Ctrl+E</source>
        <translation>结束  Ctrl+E</translation>
    </message>
    <message>
        <source>Small  C</source>
        <translation>小窗  C</translation>
    </message>
    <message>
        <source>Small window that stays on top and never takes the focus (C)</source>
        <translation>小窗始终在最前，不会抢走焦点（C）</translation>
    </message>
</context>
<context>
    <name>GatePanel</name>
    <message>
        <source>What the contact rules say</source>
        <translation>联络规则怎么说</translation>
    </message>
    <message>
        <source>Why this call may be made all the same (goes into the record)</source>
        <translation>仍要拨打的理由（会记入记录）</translation>
    </message>
    <message>
        <source>Call and listen</source>
        <translation>拨打并监听</translation>
    </message>
    <message>
        <source>Override and call</source>
        <translation>注明理由后拨打</translation>
    </message>
</context>
<context>
    <name>GateTexts</name>
    <message>
        <source>✓ You may call</source>
        <translation>✓ 可以拨打</translation>
    </message>
    <message>
        <source>▲ Call with care</source>
        <translation>▲ 可以拨打，请留意</translation>
    </message>
    <message>
        <source>■ Do not call now</source>
        <translation>■ 现在不可拨打</translation>
    </message>
    <message>
        <source>Rule of your own house. {source}</source>
        <translation>本单位内部规定。{source}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>{days} 天内</translation>
    </message>
    <message>
        <source>calls placed</source>
        <translation>拨出次数</translation>
    </message>
    <message>
        <source>unanswered calls</source>
        <translation>未接通次数</translation>
    </message>
    <message>
        <source>connected calls</source>
        <translation>接通次数</translation>
    </message>
    <message>
        <source>conversations</source>
        <translation>有效通话次数</translation>
    </message>
    <message>
        <source>Where the person is isn&apos;t known; the hours of {zone} were taken. Ask before you go on.</source>
        <translation>不清楚对方所在地，暂按 {zone} 的时间计算。请先询问再继续。</translation>
    </message>
    <message>
        <source>It is {local} there; calls are allowed from {from} to {until}.</source>
        <translation>当地时间 {local}；允许拨打的时段为 {from}–{until}。</translation>
    </message>
    <message>
        <source>It is {local} there, outside {from}–{until}, but the person agreed: “{words}”.</source>
        <translation>当地时间 {local}，不在 {from}–{until} 内，但对方同意过：“{words}”。</translation>
    </message>
    <message>
        <source>It is {local} there ({zone}); calls are allowed from {from} to {until} only.</source>
        <translation>当地时间 {local}（{zone}）；只允许在 {from}–{until} 拨打。</translation>
    </message>
    <message>
        <source>In one place where the person may be it is {local} ({zone}); allowed is {from} to {until}.</source>
        <translation>对方可能所在的一地现在是 {local}（{zone}）；允许时段为 {from}–{until}。</translation>
    </message>
    <message>
        <source>Today is a public holiday there: {name}.</source>
        <translation>当地今天是法定节假日：{name}。</translation>
    </message>
    <message>
        <source>Today is no working day there.</source>
        <translation>当地今天不是工作日。</translation>
    </message>
    <message>
        <source>{count} of at most {limit} {counted} {span}.</source>
        <translation>{span}{counted}：{count} 次，上限 {limit} 次。</translation>
    </message>
    <message>
        <source>{count} of at most {limit} {counted} {span}: close to the limit.</source>
        <translation>{span}{counted}：{count} 次，上限 {limit} 次，接近上限。</translation>
    </message>
    <message>
        <source>{count} {counted} {span}; the limit of {limit} is reached.</source>
        <translation>{span}{counted}：{count} 次，已达上限 {limit} 次。</translation>
    </message>
    <message>
        <source>You talked on {talked}; no call for {days} days from then.</source>
        <translation>{talked} 已通过话；此后 {days} 天内不可再拨。</translation>
    </message>
    <message>
        <source>Since {since} the person wants no contact at all: “{words}”.</source>
        <translation>对方自 {since} 起要求不再联系：“{words}”。</translation>
    </message>
    <message>
        <source>Since {since} the person wants no calls: “{words}”.</source>
        <translation>对方自 {since} 起要求不再来电：“{words}”。</translation>
    </message>
    <message>
        <source>Since {since} the person wants no calls on this number.</source>
        <translation>对方自 {since} 起要求不再拨打此号码。</translation>
    </message>
    <message>
        <source>Since {since} the person wants no calls at work.</source>
        <translation>对方自 {since} 起要求不打单位电话。</translation>
    </message>
    <message>
        <source>Since {since} the person wants no calls at this hour.</source>
        <translation>对方自 {since} 起要求这个时段不要来电。</translation>
    </message>
    <message>
        <source>The debt has been disputed since {since} ({reason}); it is to be verified first.</source>
        <translation>该债务自 {since} 起有异议（{reason}），应先核实。</translation>
    </message>
    <message>
        <source>A plan was agreed on {since} and is kept; collection rests. Next payment: {next_due}.</source>
        <translation>{since} 已商定还款计划且正在履行，暂停催收。下期还款日：{next_due}。</translation>
    </message>
    <message>
        <source>A lawyer or adviser speaks for the person; talk to them.</source>
        <translation>对方已有律师或顾问代理，请联系代理人。</translation>
    </message>
    <message>
        <source>The person has not been told yet that you were asked to collect.</source>
        <translation>尚未告知对方已委托你方催收。</translation>
    </message>
    <message>
        <source>The person has been bankrupt since {since}.</source>
        <translation>对方自 {since} 起已破产。</translation>
    </message>
    <message>
        <source>A breathing space runs until {until}: no contact about the debt.</source>
        <translation>宽限期至 {until}：期间不得就债务联系。</translation>
    </message>
    <message>
        <source>Held until {until} while the person takes debt advice.</source>
        <translation>对方正在接受债务咨询，暂停至 {until}。</translation>
    </message>
    <message>
        <source>The debt may be time-barred: no word of a suit, and no pressure to acknowledge it.</source>
        <translation>债务可能已过诉讼时效：不提起诉，也不得施压要求承认债务。</translation>
    </message>
    <message>
        <source>The person has died.</source>
        <translation>对方已去世。</translation>
    </message>
    <message>
        <source>The person can&apos;t deal with this on their own; collection rests.</source>
        <translation>对方无法独自处理此事，暂停催收。</translation>
    </message>
    <message>
        <source>Care is due: {why}.</source>
        <translation>需特别关照：{why}。</translation>
    </message>
    <message>
        <source>This number is not one of the person&apos;s known numbers.</source>
        <translation>这不是对方登记的号码。</translation>
    </message>
    <message>
        <source>This number is known to be wrong or out of service.</source>
        <translation>该号码已知有误或已停用。</translation>
    </message>
    <message>
        <source>The debtor can still be reached: others may be asked only after {dials} failed calls or {days} days.</source>
        <translation>仍可联系到债务人：拨打 {dials} 次未通或 {days} 天联系不上之后，才可询问他人。</translation>
    </message>
    <message>
        <source>The debtor has died, so this person may be asked.</source>
        <translation>债务人已去世，可以询问此人。</translation>
    </message>
    <message>
        <source>The debtor can&apos;t deal with it, so this person may be asked.</source>
        <translation>债务人无法处理，可以询问此人。</translation>
    </message>
    <message>
        <source>The debtor&apos;s numbers are invalid, so this person may be asked.</source>
        <translation>债务人号码无效，可以询问此人。</translation>
    </message>
    <message>
        <source>The debtor did not answer often enough to ask this person.</source>
        <translation>债务人多次未接听，可以询问此人。</translation>
    </message>
    <message>
        <source>The debtor did not answer for days, so this person may be asked.</source>
        <translation>债务人多日未接听，可以询问此人。</translation>
    </message>
    <message>
        <source>This person owes nothing and may not be called about the debt.</source>
        <translation>此人不欠款，不得就债务致电。</translation>
    </message>
    <message>
        <source>{count} of at most {limit} calls to this person. No word of the debt.</source>
        <translation>致电此人 {count} 次，上限 {limit} 次。不得透露债务。</translation>
    </message>
    <message>
        <source>This person was reached {count} times; more than {limit} are not allowed.</source>
        <translation>已联系到此人 {count} 次，不得超过 {limit} 次。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>{days} days overdue</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>Call {number} today</source>
        <translation>今日第 {number} 次</translation>
    </message>
    <message>
        <source>{hours} ✓</source>
        <translation>{hours} ✓</translation>
    </message>
    <message>
        <source>{hours} – outside</source>
        <translation>{hours}（时段外）</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>无案件</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>没有通话</translation>
    </message>
    <message>
        <source>Delay {seconds} s</source>
        <translation>延迟 {seconds} 秒</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>未录音</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录音中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Demo call</source>
        <translation>演示通话</translation>
    </message>
    <message>
        <source>Hours not limited</source>
        <translation>时段不限</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Level: {side}</source>
        <translation>音量：{side}</translation>
    </message>
    <message>
        <source>Length of the call</source>
        <translation>通话时长</translation>
    </message>
</context>
<context>
    <name>Hotkeys</name>
    <message>
        <source>Use the line to say now</source>
        <translation>使用“现在说”的话术</translation>
    </message>
    <message>
        <source>Use card 1</source>
        <translation>使用话术 1</translation>
    </message>
    <message>
        <source>Use card 2</source>
        <translation>使用话术 2</translation>
    </message>
    <message>
        <source>Use card 3</source>
        <translation>使用话术 3</translation>
    </message>
    <message>
        <source>Dismiss the flag</source>
        <translation>忽略风险提示</translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation>标记此刻</translation>
    </message>
    <message>
        <source>Pause, and go on</source>
        <translation>暂停／继续</translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation>开始监听</translation>
    </message>
    <message>
        <source>End the call</source>
        <translation>结束通话</translation>
    </message>
    <message>
        <source>Confirm the amount or date</source>
        <translation>确认金额或日期</translation>
    </message>
    <message>
        <source>Small window, and back</source>
        <translation>切换小窗</translation>
    </message>
    <message>
        <source>Under Wayland no program may listen to keys while another one is in front. Log in to an X11 session, or bind the command “evenhand live” to a key in the desktop&apos;s own settings. The keys of the window itself work.</source>
        <translation>在 Wayland 下，程序不在最前时无法接收按键。请改用 X11 会话登录，或在桌面设置里把命令“evenhand live”绑定到快捷键。窗口内的快捷键不受影响。</translation>
    </message>
    <message>
        <source>There is no display here whose keys could be listened to.</source>
        <translation>这里没有可以接收按键的显示环境。</translation>
    </message>
    <message>
        <source>macOS asks before a program may watch keys: allow evenhand under Privacy &amp; Security, Input Monitoring.</source>
        <translation>macOS 需要授权才能接收按键：请在“隐私与安全性 › 输入监控”中允许 evenhand。</translation>
    </message>
    <message>
        <source>The hotkey library is missing. Run the set-up again.</source>
        <translation>缺少快捷键组件。请重新运行安装。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import cases</source>
        <translation>导入案件</translation>
    </message>
    <message>
        <source>XLSX or CSV with headings in the first row</source>
        <translation>XLSX 或 CSV，首行为列名</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Import good rows</source>
        <translation>导入无误的行</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Rules of</source>
        <translation>适用规则</translation>
    </message>
    <message>
        <source>Choose a table of cases</source>
        <translation>选择案件表格</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xlsm *.csv *.txt)</source>
        <translation>表格 (*.xlsx *.xlsm *.csv *.txt)</translation>
    </message>
    <message>
        <source>{good} cases can be imported; {bad} of {rows} rows can&apos;t.</source>
        <translation>可导入 {good} 个案件；{rows} 行中有 {bad} 行无法导入。</translation>
    </message>
    <message>
        <source>Columns left alone: {names}</source>
        <translation>未使用的列：{names}</translation>
    </message>
</context>
<context>
    <name>KeyHelp</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys of this window</source>
        <translation>本窗口的快捷键</translation>
    </message>
    <message>
        <source>Keys that work while the CRM is in front are in the settings.</source>
        <translation>在 CRM 里也能用的快捷键，请到设置中查看。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Use the line to say now</source>
        <translation>使用“现在说”的话术</translation>
    </message>
    <message>
        <source>Use another card</source>
        <translation>使用其他话术</translation>
    </message>
    <message>
        <source>Confirm the amount or date that was heard</source>
        <translation>确认听到的金额或日期</translation>
    </message>
    <message>
        <source>Correct the amount or date first</source>
        <translation>先更正金额或日期</translation>
    </message>
    <message>
        <source>Dismiss the flag</source>
        <translation>忽略风险提示</translation>
    </message>
    <message>
        <source>Dismiss the flag with a reason</source>
        <translation>注明原因后忽略提示</translation>
    </message>
    <message>
        <source>Mark this moment for review</source>
        <translation>标记此刻，供事后复核</translation>
    </message>
    <message>
        <source>Pause, and go on</source>
        <translation>暂停／继续</translation>
    </message>
    <message>
        <source>End the call</source>
        <translation>结束通话</translation>
    </message>
    <message>
        <source>Save the wrap-up</source>
        <translation>保存话后小结</translation>
    </message>
    <message>
        <source>Small window, and back</source>
        <translation>切换小窗</translation>
    </message>
    <message>
        <source>Move to another stage by hand</source>
        <translation>手动切换阶段</translation>
    </message>
    <message>
        <source>Go to the required statements; Space ticks one</source>
        <translation>跳到必说事项；空格键勾选</translation>
    </message>
    <message>
        <source>Go to the transcript; arrows move in it</source>
        <translation>跳到通话文字；方向键移动</translation>
    </message>
    <message>
        <source>Back to the newest words</source>
        <translation>回到最新内容</translation>
    </message>
</context>
<context>
    <name>LiveController</name>
    <message>
        <source>evenhand failed while it prepared the call. A report was written.</source>
        <translation>准备通话时 evenhand 出错，已生成报告。</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Must be said: {ticked} of {all}</source>
        <translation>必说 {ticked}/{all}</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>NowLine</name>
    <message>
        <source>Say now</source>
        <translation>现在说</translation>
    </message>
    <message>
        <source>Customer: {mind}</source>
        <translation>客户：{mind}</translation>
    </message>
    <message>
        <source>Suggestions appear here once the call runs.</source>
        <translation>通话开始后，话术提示会显示在这里。</translation>
    </message>
</context>
<context>
    <name>OfficeWindow</name>
    <message>
        <source>&amp;Cases</source>
        <translation>案件(&amp;C)</translation>
    </message>
    <message>
        <source>Recorded ca&amp;lls</source>
        <translation>通话记录(&amp;L)</translation>
    </message>
    <message>
        <source>Re&amp;quests and keeping</source>
        <translation>申请与保存(&amp;Q)</translation>
    </message>
    <message>
        <source>Listen now</source>
        <translation>立即监听</translation>
    </message>
    <message>
        <source>Sound check</source>
        <translation>声音检查</translation>
    </message>
    <message>
        <source>Demo call</source>
        <translation>演示通话</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Let someone else sign in; what is open is closed</source>
        <translation>换一个人登录；已经打开的内容会关闭</translation>
    </message>
    <message>
        <source>  Demo records: invented calls only</source>
        <translation>  演示记录：均为虚构通话</translation>
    </message>
</context>
<context>
    <name>PassphraseAsker</name>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase of the records on this machine:</source>
        <translation>本机记录的口令：</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Mainland China</source>
        <translation>中国大陆</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>台湾</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>英国</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Repayment plan</source>
        <translation>还款计划</translation>
    </message>
    <message>
        <source>Can pay each month</source>
        <translation>每月可还</translation>
    </message>
    <message>
        <source>Number of months</source>
        <translation>期数（月）</translation>
    </message>
    <message>
        <source>The creditor has approved this plan</source>
        <translation>债权人已同意此计划</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>还款安排</translation>
    </message>
    <message>
        <source>To read out</source>
        <translation>口头宣读</translation>
    </message>
    <message>
        <source>Agreed on the call</source>
        <translation>已在通话中商定</translation>
    </message>
    <message>
        <source>Pays at once</source>
        <translation>先还</translation>
    </message>
    <message>
        <source>First instalment</source>
        <translation>首期还款日</translation>
    </message>
    <message>
        <source>Read this out so that the oral plan holds:</source>
        <translation>请宣读以下内容，使口头约定成立：</translation>
    </message>
    <message>
        <source>No limit on the number of months.</source>
        <translation>期数不限。</translation>
    </message>
    <message>
        <source>At most {months} months ({source}).</source>
        <translation>最多 {months} 个月（{source}）。</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>−5 s</source>
        <translation>−5 秒</translation>
    </message>
    <message>
        <source>+5 s</source>
        <translation>+5 秒</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>❚❚ Pause</source>
        <translation>❚❚ 暂停</translation>
    </message>
    <message>
        <source>▶ Play</source>
        <translation>▶ 播放</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>This call may not be placed now: {rules}. Open the case to see why, or give a reason to override it.</source>
        <translation>现在不可拨打这通电话：{rules}。请打开案件查看原因，或注明理由后继续。</translation>
    </message>
    <message>
        <source>The rules of {locale} are for calls in {rules}, not in {language}. Choose another place or language.</source>
        <translation>{locale} 的规则适用于 {rules} 通话，而不是 {language}。请另选地区或语言。</translation>
    </message>
    <message>
        <source>Agent and customer would both be heard through {device}. Choose two devices: evenhand devices list</source>
        <translation>坐席和客户会从同一设备 {device} 收音。请选择两个不同的设备：evenhand devices list</translation>
    </message>
    <message>
        <source>{file} can&apos;t be imported: {why}. Save the table as XLSX or as CSV with headings in the first row.</source>
        <translation>无法导入 {file}：{why}。请把表格另存为 XLSX 或 CSV，首行为列名。</translation>
    </message>
    <message>
        <source>There is no case {case}. Import it first, or check the number.</source>
        <translation>没有案件 {case}。请先导入，或核对编号。</translation>
    </message>
    <message>
        <source>A case&apos;s data can&apos;t be read ({why}). Import the case again.</source>
        <translation>案件数据无法读取（{why}）。请重新导入该案件。</translation>
    </message>
    <message>
        <source>There are no contact rules for {locale}. Choose another place, or add contact.yaml for it.</source>
        <translation>没有 {locale} 的联络规则。请另选地区，或为其添加 contact.yaml。</translation>
    </message>
    <message>
        <source>Sign in before you override a contact rule.</source>
        <translation>请先登录，再越过联络规则。</translation>
    </message>
    <message>
        <source>Say in a few words why this call may be made in spite of the rule; it goes into the record.</source>
        <translation>请简要说明为何仍要拨打；理由会记入记录。</translation>
    </message>
    <message>
        <source>{text} is not a phone number in {region}. Write it with its country code, such as +86 138 1234 5678.</source>
        <translation>{text} 不是 {region} 的电话号码。请带国家代码填写，如 +86 138 1234 5678。</translation>
    </message>
    <message>
        <source>The first payment must be less than the {owed} that is owed.</source>
        <translation>首笔还款必须小于欠款 {owed}。</translation>
    </message>
    <message>
        <source>Say on which day the first payment is due.</source>
        <translation>请填写首笔还款的日期。</translation>
    </message>
    <message>
        <source>A plan may have 1 to {months} instalments ({source}).</source>
        <translation>还款计划可分 1 至 {months} 期（{source}）。</translation>
    </message>
    <message>
        <source>There are no plan texts for {locale}. Choose another place, or add plan.yaml for it.</source>
        <translation>没有 {locale} 的还款计划文本。请另选地区，或为其添加 plan.yaml。</translation>
    </message>
    <message>
        <source>Nothing is owed, so there is nothing to plan.</source>
        <translation>没有欠款，无需制定计划。</translation>
    </message>
    <message>
        <source>With {monthly} a month this would take more than {months} months. At least {needed} a month is needed, or a larger first payment.</source>
        <translation>每月还 {monthly} 将超过 {months} 个月。每月至少需还 {needed}，或提高首笔还款。</translation>
    </message>
    <message>
        <source>Instalments of {amount} are below the least of {least}. Choose fewer months.</source>
        <translation>每期 {amount} 低于最低额 {least}。请减少期数。</translation>
    </message>
    <message>
        <source>There are no wrap-up texts for {locale}. Choose another place, or add wrap_up.yaml for it.</source>
        <translation>没有 {locale} 的话后小结文本。请另选地区，或为其添加 wrap_up.yaml。</translation>
    </message>
    <message>
        <source>{file}:{line}: {reason}. {instead}</source>
        <translation>{file} 第 {line} 行：{reason}。{instead}</translation>
    </message>
    <message>
        <source>The data folder {folder} can&apos;t be written ({why}). Give yourself write access to it, or set {variable} to another folder.</source>
        <translation>数据文件夹 {folder} 无法写入（{why}）。请为自己开通写入权限，或把 {variable} 设为其他文件夹。</translation>
    </message>
    <message>
        <source>More than one device is named {wanted}: {known}. Choose one in the settings.</source>
        <translation>有多个设备叫 {wanted}：{known}。请在设置中选择一个。</translation>
    </message>
    <message>
        <source>No microphone was found. Connect the headset, check it in the system&apos;s sound settings, then try again.</source>
        <translation>没有找到麦克风。请接好耳麦，在系统声音设置中检查后重试。</translation>
    </message>
    <message>
        <source>Nothing can be played ({why}). Connect the headset or speakers and check the sound settings.</source>
        <translation>无法播放声音（{why}）。请接好耳麦或扬声器，并检查声音设置。</translation>
    </message>
    <message>
        <source>No playback device that can be heard was found. Connect the headset, check it in the system&apos;s sound settings, then try again.</source>
        <translation>没有找到可以收听的播放设备。请接好耳麦，在系统声音设置中检查后重试。</translation>
    </message>
    <message>
        <source>Playback stopped: the output device has gone ({why}). Connect it and play again.</source>
        <translation>播放已停止：输出设备已断开（{why}）。请重新连接后再播放。</translation>
    </message>
    <message>
        <source>There is no single device named {wanted}. Known devices: {known}. Choose one in the settings.</source>
        <translation>没有唯一名为 {wanted} 的设备。现有设备：{known}。请在设置中选择。</translation>
    </message>
    <message>
        <source>The device {device} belongs to another system. Choose devices again: evenhand devices list</source>
        <translation>设备 {device} 属于另一个系统。请重新选择设备：evenhand devices list</translation>
    </message>
    <message>
        <source>The device {device} can&apos;t be listened to ({why}). Check that it is connected and that no other program holds it alone, then choose it again in the settings.</source>
        <translation>无法从设备 {device} 收音（{why}）。请检查是否已连接、是否被其他程序独占，然后在设置中重新选择。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read further after {seconds} s ({why}); what came before is kept.</source>
        <translation>{file} 在 {seconds} 秒之后无法继续读取（{why}）；之前的内容已保留。</translation>
    </message>
    <message>
        <source>{file} has {channels} channels. Use a stereo file (agent left, customer right) or a mono one.</source>
        <translation>{file} 有 {channels} 个声道。请使用立体声文件（左坐席、右客户）或单声道文件。</translation>
    </message>
    <message>
        <source>The sound file {file} is empty (0 bytes). Record or copy it again.</source>
        <translation>声音文件 {file} 是空的（0 字节）。请重新录制或复制。</translation>
    </message>
    <message>
        <source>The sound file {file} can&apos;t be opened ({why}). Check the name and your access to it.</source>
        <translation>无法打开声音文件 {file}（{why}）。请检查文件名和访问权限。</translation>
    </message>
    <message>
        <source>{file} holds no sound at all. Record or copy it again.</source>
        <translation>{file} 里没有声音。请重新录制或复制。</translation>
    </message>
    <message>
        <source>{file} is cut off: its header promises {promised} bytes of sound and {present} are there. Copy it again, or add --accept-truncated to use what is there.</source>
        <translation>{file} 不完整：文件头标明 {promised} 字节，实际只有 {present} 字节。请重新复制，或加 --accept-truncated 使用现有部分。</translation>
    </message>
    <message>
        <source>{file} is not a sound file that can be read. Use wav, flac, ogg or mp3.</source>
        <translation>{file} 不是可读取的声音文件。请使用 wav、flac、ogg 或 mp3。</translation>
    </message>
    <message>
        <source>The speech model {name} is broken: {file}: {why}. Fetch it again with: evenhand models get {name}</source>
        <translation>语音模型 {name} 已损坏：{file}：{why}。请重新获取：evenhand models get {name}</translation>
    </message>
    <message>
        <source>The speech model {name} is not installed. Get it with: evenhand models get {name}</source>
        <translation>尚未安装语音模型 {name}。获取命令：evenhand models get {name}</translation>
    </message>
    <message>
        <source>No speech model is installed. Get one with: evenhand models get small-cn-0.22</source>
        <translation>尚未安装语音模型。获取命令：evenhand models get small-cn-0.22</translation>
    </message>
    <message>
        <source>There is no speech model named {name}. Known ones: {known}.</source>
        <translation>没有名为 {name} 的语音模型。可用的有：{known}。</translation>
    </message>
    <message>
        <source>The speech model {name} could not be fetched. Check the network or proxy, then try again. {reasons}</source>
        <translation>无法获取语音模型 {name}。请检查网络或代理后重试。{reasons}</translation>
    </message>
    <message>
        <source>The model folder {folder} can&apos;t be written ({why}). Give yourself write access to it, or set EVENHAND_DATA to another folder.</source>
        <translation>模型文件夹 {folder} 无法写入（{why}）。请为自己开通写入权限，或把 EVENHAND_DATA 设为其他文件夹。</translation>
    </message>
    <message>
        <source>This call&apos;s sound can&apos;t be read ({why}). Check the record with: evenhand verify</source>
        <translation>这通电话的录音无法读取（{why}）。请核验记录：evenhand verify</translation>
    </message>
    <message>
        <source>This recording is not in the form that evenhand writes.</source>
        <translation>这份录音不是 evenhand 写入的格式。</translation>
    </message>
    <message>
        <source>Speech recognition could not start ({why}). Check the model with: evenhand models verify</source>
        <translation>语音识别无法启动（{why}）。请检查模型：evenhand models verify</translation>
    </message>
    <message>
        <source>This call came from another installation; write your note where it was taken.</source>
        <translation>这通电话来自另一台电脑，请在录音的那台电脑上写备注。</translation>
    </message>
    <message>
        <source>Call {call} goes on, was destroyed already, or is not one of yours.</source>
        <translation>通话 {call} 还在进行、已经销毁，或者不归您管。</translation>
    </message>
    <message>
        <source>The proof can&apos;t be kept in {file} ({why}), so nothing was destroyed. Name a new file in a folder that exists.</source>
        <translation>销毁证明不能保存到 {file}（{why}），所以没有销毁任何内容。请换一个已有文件夹里的新文件名。</translation>
    </message>
    <message>
        <source>The content of entry {seq} was changed, so this call can&apos;t be shown. Run the check of the records, and restore a backup.</source>
        <translation>第 {seq} 条内容被改动，这通电话无法显示。请核验记录并从备份恢复。</translation>
    </message>
    <message>
        <source>Another program holds the record&apos;s database. Close it and try again.</source>
        <translation>另一个程序占用了记录数据库。请关闭后重试。</translation>
    </message>
    <message>
        <source>The disk refuses to keep the recording ({why}). Free some space or check the disk; what was kept so far is safe.</source>
        <translation>磁盘拒绝写入录音（{why}）。请腾出空间或检查磁盘；已写入的部分是安全的。</translation>
    </message>
    <message>
        <source>The disk is full: the record can&apos;t be written. Free some space now.</source>
        <translation>磁盘已满：无法写入记录。请立即腾出空间。</translation>
    </message>
    <message>
        <source>The disk refused to read or write the record ({why}). Check the disk; do not trust it until then.</source>
        <translation>磁盘拒绝读写记录（{why}）。请检查磁盘，在此之前不要信任它。</translation>
    </message>
    <message>
        <source>The content of this call was destroyed as its retention rule says; its proof remains.</source>
        <translation>这通电话的内容已按保存期限规定销毁；证明仍保留。</translation>
    </message>
    <message>
        <source>There is no single call {wanted} in {folder}. List the calls with: evenhand calls</source>
        <translation>{folder} 中没有唯一对应 {wanted} 的通话。列出通话：evenhand calls</translation>
    </message>
    <message>
        <source>This call has no sound yet. Open it again when it has ended.</source>
        <translation>这通电话还没有录音。请在通话结束后再打开。</translation>
    </message>
    <message>
        <source>There are no recorded calls in {folder} yet. Play the demo with: evenhand demo</source>
        <translation>{folder} 中还没有通话记录。播放演示：evenhand demo</translation>
    </message>
    <message>
        <source>A checkpoint file can&apos;t be read ({why}). Give the text file that was kept elsewhere.</source>
        <translation>检查点文件无法读取（{why}）。请提供另外保存的文本文件。</translation>
    </message>
    <message>
        <source>The sound of call {call} can&apos;t be opened ({why}). Restore it from a backup; the record itself is kept.</source>
        <translation>通话 {call} 的录音无法打开（{why}）。请从备份恢复；记录本身完好。</translation>
    </message>
    <message>
        <source>There is no call {call} here.</source>
        <translation>这里没有通话 {call}。</translation>
    </message>
    <message>
        <source>This installation&apos;s SQLite {version} can damage records (WAL-reset bug). Run the set-up again: it installs a version with the fix.</source>
        <translation>当前 SQLite {version} 可能损坏记录（WAL 重置缺陷）。请重新运行安装，会装上已修复的版本。</translation>
    </message>
    <message>
        <source>{path}, which describes the records, can&apos;t be read. Restore it from a backup; the records were not touched.</source>
        <translation>记录的说明文件 {path} 无法读取。请从备份恢复；记录没有被动过。</translation>
    </message>
    <message>
        <source>{path} exists already; a record is never created over another one.</source>
        <translation>{path} 已存在；不会覆盖已有记录。</translation>
    </message>
    <message>
        <source>Another evenhand is using the records in {folder}. End it, or do this in its window.</source>
        <translation>另一个 evenhand 正在使用 {folder} 中的记录。请先退出它，或在它的窗口里操作。</translation>
    </message>
    <message>
        <source>The key file {path} is damaged, so the records can&apos;t be opened; nothing was changed. Restore it from a backup, or use the recovery key of your compliance team.</source>
        <translation>密钥文件 {path} 已损坏，记录无法打开；没有改动任何内容。请从备份恢复，或使用合规团队的恢复密钥。</translation>
    </message>
    <message>
        <source>The key of the records on this machine is missing, so they can&apos;t be opened; nothing was changed. Restore the keyring, or use the recovery key of your compliance team.</source>
        <translation>本机记录的密钥丢失，无法打开；没有改动任何内容。请恢复系统密钥环，或使用合规团队的恢复密钥。</translation>
    </message>
    <message>
        <source>The records&apos; key can&apos;t be kept in {path} ({why}). Give yourself write access to the folder.</source>
        <translation>无法把记录密钥保存到 {path}（{why}）。请为自己开通该文件夹的写入权限。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring can&apos;t keep the records&apos; key ({why}). Unlock it and try again, or set a passphrase in EVENHAND_PASSPHRASE.</source>
        <translation>系统密钥环无法保存记录密钥（{why}）。请解锁后重试，或在 EVENHAND_PASSPHRASE 中设置口令。</translation>
    </message>
    <message>
        <source>The record&apos;s database {path} is missing. Restore it from a backup.</source>
        <translation>记录数据库 {path} 不存在。请从备份恢复。</translation>
    </message>
    <message>
        <source>The database driver of this installation can&apos;t encrypt. Run the set-up again.</source>
        <translation>当前的数据库组件不支持加密。请重新运行安装。</translation>
    </message>
    <message>
        <source>{folder} holds records whose description store.json is missing. Restore it from a backup.</source>
        <translation>{folder} 中的记录缺少说明文件 store.json。请从备份恢复。</translation>
    </message>
    <message>
        <source>The records on this machine are kept under a passphrase. Set {variable} and start again.</source>
        <translation>本机记录受口令保护。请设置 {variable} 后重新启动。</translation>
    </message>
    <message>
        <source>{path} is not encrypted, so it is not this program&apos;s record. Move it away and restore a backup.</source>
        <translation>{path} 没有加密，不是本程序的记录。请移走并从备份恢复。</translation>
    </message>
    <message>
        <source>{folder} holds a {found} store, not a {wanted} one. Choose another data folder.</source>
        <translation>{folder} 中是 {found} 库，不是 {wanted} 库。请另选数据文件夹。</translation>
    </message>
    <message>
        <source>The database refused the setting {name}; records would not be safe. Keep the data folder on a local disk.</source>
        <translation>数据库拒绝了设置 {name}，记录将不安全。请把数据文件夹放在本地磁盘。</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be locked ({why}). Keep the records on a local disk.</source>
        <translation>文件夹 {folder} 无法锁定（{why}）。请把记录放在本机磁盘上。</translation>
    </message>
    <message>
        <source>The records&apos; folder {folder} can&apos;t be written ({why}). Give yourself write access to it, or set EVENHAND_DATA to another folder.</source>
        <translation>记录文件夹 {folder} 无法写入（{why}）。请为自己开通写入权限，或把 EVENHAND_DATA 设为其他文件夹。</translation>
    </message>
    <message>
        <source>The key does not open {path}. Nothing was changed. Use the right passphrase or key, or the recovery file.</source>
        <translation>密钥无法打开 {path}。没有改动任何内容。请使用正确的口令或密钥，或恢复文件。</translation>
    </message>
    <message>
        <source>The passphrase is wrong. Try again; nothing was changed.</source>
        <translation>口令不对。请重试；没有改动任何内容。</translation>
    </message>
    <message>
        <source>This is no age identity. It begins with AGE-SECRET-KEY-1; copy the whole line.</source>
        <translation>这不是 age 私钥。它以 AGE-SECRET-KEY-1 开头，请复制整行。</translation>
    </message>
    <message>
        <source>{text} is no age recipient. It begins with age1; copy the whole line.</source>
        <translation>{text} 不是 age 公钥。它以 age1 开头，请复制整行。</translation>
    </message>
    <message>
        <source>This machine does not have the team&apos;s key, so it can&apos;t open packages. Add it with: evenhand keys import</source>
        <translation>本机没有团队密钥，无法打开通话包。添加命令：evenhand keys import</translation>
    </message>
    <message>
        <source>This was sealed for another key, or was changed. Ask for one made for your key.</source>
        <translation>这是为另一把密钥封装的，或已被改动。请对方按你的密钥重新制作。</translation>
    </message>
    <message>
        <source>{path} is no recovery file, or is damaged. Use another copy.</source>
        <translation>{path} 不是恢复文件，或已损坏。请使用另一份。</translation>
    </message>
    <message>
        <source>The recovery file {path} can&apos;t be written ({why}). Choose another folder.</source>
        <translation>恢复文件 {path} 无法写入（{why}）。请另选文件夹。</translation>
    </message>
    <message>
        <source>The last change of keys is not finished. Close and open the records first.</source>
        <translation>上一次更换密钥还没有完成。请先关闭再重新打开记录。</translation>
    </message>
    <message>
        <source>There are no retention rules for {locale}. Choose another place, or add retention.yaml for it.</source>
        <translation>没有 {locale} 的保存期限规则。请另选地区，或为其添加 retention.yaml。</translation>
    </message>
    <message>
        <source>Say why: the reason goes into the record.</source>
        <translation>请说明理由，理由会记入记录。</translation>
    </message>
    <message>
        <source>{name} set this hold, so someone else must release it.</source>
        <translation>这项保全由 {name} 设置，须由他人解除。</translation>
    </message>
    <message>
        <source>There is no such hold. List those that are on.</source>
        <translation>没有这项保全。请列出生效中的保全。</translation>
    </message>
    <message>
        <source>The key was removed but the database&apos;s log is in use, so it is not off the disk yet. It will be at the next start; close other programs that read the records.</source>
        <translation>密钥已移除，但数据库日志仍被占用，尚未从磁盘清除。下次启动时会清除；请关闭其他读取记录的程序。</translation>
    </message>
    <message>
        <source>The content of this call was destroyed already.</source>
        <translation>这通电话的内容已经销毁。</translation>
    </message>
    <message>
        <source>This call is under a legal hold ({reason}). It stays until the hold is released.</source>
        <translation>这通电话处于法律保全中（{reason}），解除前须保留。</translation>
    </message>
    <message>
        <source>This call goes on or was not closed yet. End it first.</source>
        <translation>这通电话仍在进行或尚未归档。请先结束。</translation>
    </message>
    <message>
        <source>This call must be kept until {date} ({rules}).</source>
        <translation>这通电话须保存到 {date}（{rules}）。</translation>
    </message>
    <message>
        <source>This call must be kept: {rules} counts from something that has not happened yet.</source>
        <translation>这通电话须保存：{rules} 的起算事件尚未发生。</translation>
    </message>
    <message>
        <source>This call is here already; nothing was changed.</source>
        <translation>这通电话已在这里；没有改动任何内容。</translation>
    </message>
    <message>
        <source>No team key is set, so nobody could open the package. Set it with: evenhand keys team RECIPIENT</source>
        <translation>没有设置团队密钥，谁也打不开这个包。设置命令：evenhand keys team RECIPIENT</translation>
    </message>
    <message>
        <source>This call goes on. End it first.</source>
        <translation>这通电话仍在进行。请先结束。</translation>
    </message>
    <message>
        <source>This package was not imported: {why}. Ask the sender to make it anew; nothing was changed here.</source>
        <translation>通话包未导入：{why}。请对方重新制作；这里没有改动任何内容。</translation>
    </message>
    <message>
        <source>This package comes from an installation that is not trusted here: {origin}, key {fingerprint}. Compare the key with its user by telephone, then trust it.</source>
        <translation>通话包来自未受信任的安装：{origin}，密钥 {fingerprint}。请与对方电话核对密钥后再信任。</translation>
    </message>
    <message>
        <source>{location} can&apos;t be used ({why}). Check the path and that the share is connected.</source>
        <translation>无法使用 {location}（{why}）。请检查路径以及共享是否已连接。</translation>
    </message>
    <message>
        <source>{name} is there already. Choose another name.</source>
        <translation>{name} 已存在。请换一个名字。</translation>
    </message>
    <message>
        <source>Add a lead or a compliance person first; {name} can follow.</source>
        <translation>请先添加组长或合规人员，再添加 {name}。</translation>
    </message>
    <message>
        <source>{name} is the last who can manage people. Add another one first.</source>
        <translation>{name} 是最后一位能管理人员的人。请先再添加一位。</translation>
    </message>
    <message>
        <source>This needs two people who sign in. Add a lead and a compliance person first: evenhand people add</source>
        <translation>这需要两位登录人员。请先添加组长和合规人员：evenhand people add</translation>
    </message>
    <message>
        <source>Give a name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>{name} is no reviewer here. List people: evenhand people</source>
        <translation>{name} 不是这里的质检员。列出人员：evenhand people</translation>
    </message>
    <message>
        <source>The role {role} may not do this ({right}). Ask your team&apos;s lead or compliance.</source>
        <translation>角色 {role} 无权这样做（{right}）。请联系组长或合规人员。</translation>
    </message>
    <message>
        <source>The role {role} may not change a {subject}.</source>
        <translation>角色 {role} 无权更改 {subject}。</translation>
    </message>
    <message>
        <source>This call is not one of yours, {name}. Ask your team&apos;s lead to assign it to you.</source>
        <translation>{name}，这不是你的通话。请组长分配给你。</translation>
    </message>
    <message>
        <source>Without signing in the records stay closed. Open them again to sign in.</source>
        <translation>未登录，记录不会打开。要登录，请重新打开记录。</translation>
    </message>
    <message>
        <source>A password has at least {count} characters and is not the name. A sentence is good.</source>
        <translation>密码至少 {count} 个字符，且不能是姓名。用一句话就很好。</translation>
    </message>
    <message>
        <source>{name} has not signed in here. Sign in first.</source>
        <translation>{name} 尚未登录。请先登录。</translation>
    </message>
    <message>
        <source>There is no {name} here. List them: evenhand people</source>
        <translation>这里没有 {name}。列出人员：evenhand people</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Try again in {seconds} s.</source>
        <translation>密码错误次数过多。请 {seconds} 秒后再试。</translation>
    </message>
    <message>
        <source>Name or password is wrong. Try again.</source>
        <translation>姓名或密码不对。请重试。</translation>
    </message>
    <message>
        <source>This was decided already. Ask anew if it is still wanted.</source>
        <translation>这项申请已有决定。如仍需要，请重新申请。</translation>
    </message>
    <message>
        <source>This needs the agreement of two different people, which is not there or has lapsed. Ask for it.</source>
        <translation>这需要两位不同人员的同意，目前没有或已过期。请申请。</translation>
    </message>
    <message>
        <source>{name} asked for this, so someone else must decide. That is the point of two people.</source>
        <translation>这是 {name} 申请的，须由另一人决定，这正是双人复核的意义。</translation>
    </message>
    <message>
        <source>There is no such request. List those that wait.</source>
        <translation>没有这项申请。请列出待处理的申请。</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>请先写点内容。</translation>
    </message>
    <message>
        <source>{url} is no address of a time-stamping service. Give one with https://</source>
        <translation>{url} 不是时间戳服务的地址，请填写以 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>The kept checkpoint {name} in {place} is not this device&apos;s ({why}). Keep it and tell compliance.</source>
        <translation>{place} 里留存的检查点 {name} 不是本机的（{why}）。请原样保留并告知合规人员。</translation>
    </message>
    <message>
        <source>The time-stamping service&apos;s root certificate {file} can&apos;t be read ({why}). Choose the PEM file that the service publishes.</source>
        <translation>时间戳服务的根证书 {file} 读不了（{why}）。请选择服务方公布的 PEM 文件。</translation>
    </message>
    <message>
        <source>The time-stamping service gave no good answer ({why}). Checkpoints wait here and are sent again; check its address and its root certificate.</source>
        <translation>时间戳服务没有给出有效的答复（{why}）。检查点先留在本机，稍后再发；请检查服务地址和根证书。</translation>
    </message>
    <message>
        <source>The ledger {origin} does not extend what was cosigned before ({before} entries; now {now}). It may have been rolled back or rewritten: keep both checkpoints and tell compliance.</source>
        <translation>账本 {origin} 不是在上次会签的基础上往后写的（当时 {before} 条，现在 {now} 条），可能被回退或改写。请保留两份检查点并告知合规人员。</translation>
    </message>
    <message>
        <source>This checkpoint is not the device&apos;s ({why}), so it is not cosigned. Ask for the file again.</source>
        <translation>这份检查点不是该设备的（{why}），所以没有会签。请对方重新发一次文件。</translation>
    </message>
    <message>
        <source>The records went backwards or were rewritten: {signed} entries were signed and kept in {place}, and the {now} here do not contain them. Stop, keep this machine as it is, and tell compliance.</source>
        <translation>记录被回退或改写：{place} 里留存的是签过名的 {signed} 条，而本机现有的 {now} 条里没有它们。请停止使用，保持这台电脑原样，并告知合规人员。</translation>
    </message>
    <message>
        <source>{place} can&apos;t be used for keeping checkpoints ({why}). Check the path and that the share is connected; recording goes on.</source>
        <translation>{place} 不能用来留存检查点（{why}）。请检查路径，确认共享文件夹已连接；录音照常进行。</translation>
    </message>
    <message>
        <source>{folder} is no evidence bundle. Give the folder that holds bagit.txt.</source>
        <translation>{folder} 不是证据包。请指定里面有 bagit.txt 的那个文件夹。</translation>
    </message>
    <message>
        <source>{folder} is there already. Choose another folder, or move the old bundle away.</source>
        <translation>{folder} 已经存在。请换一个文件夹，或先把旧的证据包移走。</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RecordMenu</name>
    <message>
        <source>&amp;Record…</source>
        <translation>记录(&amp;R)…</translation>
    </message>
    <message>
        <source>Note at this place…</source>
        <translation>在这里加备注…</translation>
    </message>
    <message>
        <source>Note on the call…</source>
        <translation>给整通电话加备注…</translation>
    </message>
    <message>
        <source>Give to a reviewer…</source>
        <translation>交给质检员…</translation>
    </message>
    <message>
        <source>Legal hold…</source>
        <translation>法律保全…</translation>
    </message>
    <message>
        <source>Release the hold…</source>
        <translation>解除保全…</translation>
    </message>
    <message>
        <source>Ask for a full export…</source>
        <translation>申请完整导出…</translation>
    </message>
    <message>
        <source>Ask for deletion…</source>
        <translation>申请删除…</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>加备注</translation>
    </message>
    <message>
        <source>What you noticed at this place. Notes are kept with the call and never changed.</source>
        <translation>这里有什么问题？备注随通话保存，以后不能改。</translation>
    </message>
    <message>
        <source>What you noticed in this call. Notes are kept with the call and never changed.</source>
        <translation>这通电话有什么问题？备注随通话保存，以后不能改。</translation>
    </message>
    <message>
        <source>Give to reviewer</source>
        <translation>交给质检员</translation>
    </message>
    <message>
        <source>Who shall review this call? From then on they see it in their list.</source>
        <translation>由谁来质检？交出后，对方的列表里就能看到这通电话。</translation>
    </message>
    <message>
        <source>Set hold</source>
        <translation>设保全</translation>
    </message>
    <message>
        <source>Why must this call be kept? Nothing destroys it until someone else releases the hold.</source>
        <translation>为什么要保全？在另一个人解除以前，谁也不能销毁这通电话。</translation>
    </message>
    <message>
        <source>Release hold</source>
        <translation>解除保全</translation>
    </message>
    <message>
        <source>Why is the hold not needed any more?</source>
        <translation>为什么不再需要保全？</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Why is an export with all numbers readable needed? Someone else must approve it.</source>
        <translation>为什么要导出不遮号码的完整证据？需要另一个人批准。</translation>
    </message>
    <message>
        <source>Why shall the content of this call be destroyed? It takes someone else&apos;s approval, the end of its retention, and no hold.</source>
        <translation>为什么要销毁这通电话的内容？需要另一个人批准，保存期已满，而且没有保全。</translation>
    </message>
</context>
<context>
    <name>RecordTexts</name>
    <message>
        <source>■ Stop</source>
        <translation>■ 停</translation>
    </message>
    <message>
        <source>▲ Caution</source>
        <translation>▲ 注意</translation>
    </message>
    <message>
        <source>● Coach</source>
        <translation>● 提醒</translation>
    </message>
    <message>
        <source>Plan agreed</source>
        <translation>已商定还款计划</translation>
    </message>
    <message>
        <source>Promise to pay</source>
        <translation>承诺还款</translation>
    </message>
    <message>
        <source>Hardship</source>
        <translation>经济困难</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未联系上</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝还款</translation>
    </message>
    <message>
        <source>No agreement</source>
        <translation>未达成一致</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>有异议</translation>
    </message>
    <message>
        <source>Asked to stop</source>
        <translation>要求停止来电</translation>
    </message>
    <message>
        <source>Third party answered</source>
        <translation>第三人接听</translation>
    </message>
    <message>
        <source>Represented</source>
        <translation>有代理人</translation>
    </message>
    <message>
        <source>Debtor has died</source>
        <translation>债务人已去世</translation>
    </message>
    <message>
        <source>At risk – handed over</source>
        <translation>有自伤风险，已转交专人</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Interrupted, recovered</source>
        <translation>曾中断，已恢复</translation>
    </message>
    <message>
        <source>Deleted, proof kept</source>
        <translation>已删除，保留证明</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>Violation</source>
        <translation>违规</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未说</translation>
    </message>
    <message>
        <source>Customer said</source>
        <translation>客户所说</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>疑似</translation>
    </message>
    <message>
        <source>Mention only</source>
        <translation>仅提及</translation>
    </message>
    <message>
        <source>Call data</source>
        <translation>通话数据</translation>
    </message>
    <message>
        <source>Full export</source>
        <translation>完整导出</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待批准</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Card used</source>
        <translation>已用话术</translation>
    </message>
    <message>
        <source>Sound missing</source>
        <translation>录音缺失</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Marked by the agent</source>
        <translation>坐席标记</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺还款</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Recogniser restarted</source>
        <translation>识别已重启</translation>
    </message>
    <message>
        <source>Contact rule overridden</source>
        <translation>越过联络规则</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keys that work while another program is in front</source>
        <translation>启用全局快捷键（在其他程序里也能用）</translation>
    </message>
    <message>
        <source>Offer to start when both sides begin to speak</source>
        <translation>双方开始说话时提醒开始监听</translation>
    </message>
    <message>
        <source>Let the CRM open calls</source>
        <translation>允许 CRM 打开通话</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Goes into the record of the call</source>
        <translation>会写入通话记录</translation>
    </message>
    <message>
        <source>As you name it on the phone; cards are filled with it</source>
        <translation>通话中自报的公司名称，会填入话术</translation>
    </message>
    <message>
        <source>A share that agents can add to and not change; empty for none</source>
        <translation>催收员只能新增、不能改动的共享文件夹；不需要可留空</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>L&amp;ook</source>
        <translation>外观(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>您的姓名(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>公司名称(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rules of</source>
        <translation>适用规则(&amp;R)</translation>
    </message>
    <message>
        <source>https://… (RFC 3161); empty for none</source>
        <translation>https://…（RFC 3161），不需要可留空</translation>
    </message>
    <message>
        <source>The PEM file that the service publishes</source>
        <translation>服务方公布的 PEM 文件</translation>
    </message>
    <message>
        <source>After each call the record&apos;s signed checkpoint goes there, and at start the records are compared with it. Only hashes leave this machine, never words or sound.</source>
        <translation>每通电话结束后，已签名的检查点会送到那里；每次启动时，本机记录会与它比对。离开本机的只有散列值，不含任何文字和声音。</translation>
    </message>
    <message>
        <source>&amp;Keep checkpoints in</source>
        <translation>检查点留存到(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Time-stamping service</source>
        <translation>时间戳服务(&amp;T)</translation>
    </message>
    <message>
        <source>Its &amp;root certificate</source>
        <translation>服务的根证书(&amp;R)</translation>
    </message>
    <message>
        <source>The system&apos;s microphone</source>
        <translation>系统默认麦克风</translation>
    </message>
    <message>
        <source>What the system&apos;s output plays</source>
        <translation>系统默认输出的声音</translation>
    </message>
    <message>
        <source>Your &amp;microphone</source>
        <translation>您的麦克风(&amp;M)</translation>
    </message>
    <message>
        <source>The &amp;customer&apos;s voice</source>
        <translation>客户的声音(&amp;C)</translation>
    </message>
    <message>
        <source>Looking for devices …</source>
        <translation>正在查找设备…</translation>
    </message>
    <message>
        <source>Sound check (two minutes)</source>
        <translation>声音检查（两分钟）</translation>
    </message>
    <message>
        <source>{action} (taken by another program)</source>
        <translation>{action}（已被其他程序占用）</translation>
    </message>
    <message>
        <source>While no call runs, only loudness is looked at; no sound is kept.</source>
        <translation>没有通话时只看音量大小，不保存声音。</translation>
    </message>
    <message>
        <source>Addresses like evenhand://call?case=ID then start the call of a case that is known here.</source>
        <translation>之后，形如 evenhand://call?case=编号 的链接会开始本机已有案件的通话。</translation>
    </message>
    <message>
        <source>The customer&apos;s voice is heard from what your headset plays: choose the output that you hear.</source>
        <translation>客户的声音取自耳麦播放的内容：请选择您正在收听的输出设备。</translation>
    </message>
    <message>
        <source>Nothing can be heard. Connect the headset and check the system&apos;s sound settings.</source>
        <translation>没有可用的声音设备。请接好耳麦，并检查系统声音设置。</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>SoundCheck</name>
    <message>
        <source>Nobody speaks now.</source>
        <translation>现在请都不要说话。</translation>
    </message>
    <message>
        <source>Now you speak, as in a call. Read something aloud.</source>
        <translation>现在请您像打电话一样说话，可以念一段文字。</translation>
    </message>
    <message>
        <source>Now only the other side speaks: a colleague on the line, or a voice played into the headset.</source>
        <translation>现在只让对方说话：请同事在线上说，或在耳麦里播放一段人声。</translation>
    </message>
    <message>
        <source>Both sides are heard apart. Calls can be held like this.</source>
        <translation>双方声音分得开，可以这样通话。</translation>
    </message>
    <message>
        <source>The customer leaks faintly into your microphone and is told from you. Calls can be held like this.</source>
        <translation>客户的声音会轻微漏进您的麦克风，但能分辨。可以这样通话。</translation>
    </message>
    <message>
        <source>The customer is about as loud in your microphone as you are. Use a headset.</source>
        <translation>客户的声音在您的麦克风里几乎和您一样响。请使用耳麦。</translation>
    </message>
    <message>
        <source>The two devices are the wrong way round. Swap them in the settings.</source>
        <translation>两个设备选反了。请在设置中对调。</translation>
    </message>
    <message>
        <source>Both voices are on both channels. Choose another device for one side in the settings.</source>
        <translation>两个声道里都有双方的声音。请在设置中为其中一方另选设备。</translation>
    </message>
    <message>
        <source>One side was not heard, so nothing can be said. Check the devices.</source>
        <translation>有一方没有声音，无法判断。请检查设备。</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>没有声音</translation>
    </message>
    <message>
        <source>too quiet: turn it up</source>
        <translation>太轻：请调高音量</translation>
    </message>
    <message>
        <source>too loud: turn it down</source>
        <translation>太响：请调低音量</translation>
    </message>
    <message>
        <source>distorts: turn it down</source>
        <translation>失真：请调低音量</translation>
    </message>
    <message>
        <source>noisy surroundings</source>
        <translation>环境嘈杂</translation>
    </message>
    <message>
        <source>the device went away</source>
        <translation>设备断开了</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>{side} ({device}): voice {speech} dB, noise {noise} dB – {found}</source>
        <translation>{side}（{device}）：人声 {speech} dB，噪声 {noise} dB，{found}</translation>
    </message>
</context>
<context>
    <name>SoundCheckDialog</name>
    <message>
        <source>Sound check</source>
        <translation>声音检查</translation>
    </message>
    <message>
        <source>Two minutes that show whether both sides are heard apart.</source>
        <translation>用两分钟检查双方的声音能否分开听到。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Not good enough yet</source>
        <translation>还不合格</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重新检查</translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>Where the call stands. Click, or press G, to move it by hand.</source>
        <translation>通话所处阶段。点击或按 G 可手动切换。</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>Ready for the next call</source>
        <translation>准备好接下一通电话</translation>
    </message>
    <message>
        <source>evenhand listens to your microphone and to what your headset plays. Nothing leaves this machine.</source>
        <translation>evenhand 只听您的麦克风和耳麦里播放的声音。所有数据都留在本机。</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>案件(&amp;C)</translation>
    </message>
    <message>
        <source>Case number; may stay empty</source>
        <translation>案件编号，可以不填</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>您的姓名(&amp;Y)</translation>
    </message>
    <message>
        <source>Goes into the record of the call</source>
        <translation>会写入通话记录</translation>
    </message>
    <message>
        <source>&amp;Rules of</source>
        <translation>适用规则(&amp;R)</translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation>开始监听</translation>
    </message>
    <message>
        <source>Demo call:</source>
        <translation>演示通话：</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>普通话</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Cases and calls</source>
        <translation>案件与通话</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Give your name first: it goes into the record of the call.</source>
        <translation>请先填写您的姓名：它会写入通话记录。</translation>
    </message>
    <message>
        <source>Preparing the call …</source>
        <translation>正在准备通话…</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Build trust</source>
        <translation>建立信任</translation>
    </message>
    <message>
        <source>Empathy</source>
        <translation>共情</translation>
    </message>
    <message>
        <source>Clear purpose</source>
        <translation>说明来意</translation>
    </message>
    <message>
        <source>Match their words</source>
        <translation>贴近客户用语</translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>承诺一致</translation>
    </message>
    <message>
        <source>Own words, own deeds</source>
        <translation>言行一致</translation>
    </message>
    <message>
        <source>What others do</source>
        <translation>多数人的做法</translation>
    </message>
    <message>
        <source>Solution first</source>
        <translation>先谈方案</translation>
    </message>
    <message>
        <source>Inform</source>
        <translation>告知</translation>
    </message>
    <message>
        <source>avoiding</source>
        <translation>回避</translation>
    </message>
    <message>
        <source>resisting</source>
        <translation>抵触</translation>
    </message>
    <message>
        <source>anxious</source>
        <translation>焦虑</translation>
    </message>
    <message>
        <source>willing</source>
        <translation>愿意配合</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺还款</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>接听人</translation>
    </message>
</context>
<context>
    <name>SupervisionPage</name>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Keep until</source>
        <translation>保存至</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Held for</source>
        <translation>保全原因</translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>批准(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;fuse</source>
        <translation>拒绝(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full export…</source>
        <translation>完整导出(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Destroy…</source>
        <translation>销毁(&amp;D)…</translation>
    </message>
    <message>
        <source>Requests that take two people</source>
        <translation>需要两个人同意的申请</translation>
    </message>
    <message>
        <source>Keeping: over, or under a legal hold</source>
        <translation>保存期已满，或在法律保全中</translation>
    </message>
    <message>
        <source>Signed in as {name}. Who asked for something can&apos;t approve it.</source>
        <translation>当前登录：{name}。申请人不能自己批准。</translation>
    </message>
    <message>
        <source>Requests and retention are for your team&apos;s lead and compliance.</source>
        <translation>申请和保存期由组长和合规人员处理。</translation>
    </message>
    <message>
        <source>no end yet</source>
        <translation>还没有期限</translation>
    </message>
    <message>
        <source>Destroy the call&apos;s content and keep the proof</source>
        <translation>销毁通话内容，保存销毁证明</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Timeline of the call</source>
        <translation>通话时间轴</translation>
    </message>
    <message>
        <source>Agent above, customer below. Click to go there; ← and → move by 5 s.</source>
        <translation>上为坐席，下为客户。点击跳转；← → 每次移动 5 秒。</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>通话文字</translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>回到最新</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>{who} · heard through the headset, counts as the customer</source>
        <translation>{who} · 耳麦漏音，算客户所说</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Something in evenhand failed ({what}); the call goes on. See the crash reports.</source>
        <translation>evenhand 有个部件出错（{what}），通话照常继续。详见错误报告。</translation>
    </message>
    <message>
        <source>The last words took too long to recognise; the recording is whole.</source>
        <translation>最后几句识别超时；录音完整。</translation>
    </message>
    <message>
        <source>The disk is slow: the recording is still being written.</source>
        <translation>磁盘较慢：录音仍在写入。</translation>
    </message>
    <message>
        <source>Something needs attention ({code}). The call goes on.</source>
        <translation>有情况需要留意（{code}）。通话照常继续。</translation>
    </message>
    <message>
        <source>{side}: {device} is gone. The other side goes on; connect it again and it is heard again.</source>
        <translation>{side}：{device} 已断开。另一方照常收音；重新接好即可恢复。</translation>
    </message>
    <message>
        <source>{side}: nothing is heard from {device}. Is it muted?</source>
        <translation>{side}：{device} 没有声音。是不是静音了？</translation>
    </message>
    <message>
        <source>{side}: {device} is too loud and distorts. Turn it down.</source>
        <translation>{side}：{device} 声音过大、已失真。请调低音量。</translation>
    </message>
    <message>
        <source>{side}: {device} is back.</source>
        <translation>{side}：{device} 已恢复。</translation>
    </message>
    <message>
        <source>the device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Recognition is {seconds} s behind: the customer&apos;s side hears key phrases only. Recording is whole.</source>
        <translation>识别落后 {seconds} 秒：客户一侧只听关键词。录音完整。</translation>
    </message>
    <message>
        <source>Recognition is {seconds} s behind and works with less care. Recording is whole.</source>
        <translation>识别落后 {seconds} 秒，已降低精度。录音完整。</translation>
    </message>
    <message>
        <source>Recognition is {seconds} s behind. Recording is whole.</source>
        <translation>识别落后 {seconds} 秒。录音完整。</translation>
    </message>
    <message>
        <source>{side}: sound is missing here (device gone)</source>
        <translation>{side}：此处录音缺失（设备断开）</translation>
    </message>
    <message>
        <source>{side}: sound is missing here (the machine was too busy)</source>
        <translation>{side}：此处录音缺失（电脑太忙）</translation>
    </message>
    <message>
        <source>{side}: not recognised here; the recording has it</source>
        <translation>{side}：此处未识别；录音中有</translation>
    </message>
    <message>
        <source>{side}: recognition was restarted here</source>
        <translation>{side}：识别在此处重启</translation>
    </message>
    <message>
        <source>Recording stops here: the disk refused it</source>
        <translation>录音到此为止：磁盘拒绝写入</translation>
    </message>
</context>
<context>
    <name>WrapUpPanel</name>
    <message>
        <source>Wrap-up</source>
        <translation>话后小结</translation>
    </message>
    <message>
        <source>Drafted from what was said. Change what is not right, then save.</source>
        <translation>根据通话内容起草。请改正不对的地方，然后保存。</translation>
    </message>
    <message>
        <source>The last words are being recognised …</source>
        <translation>正在识别最后几句…</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>通话结果(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Promise</source>
        <translation>承诺还款(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next contact</source>
        <translation>下次联系(&amp;N)</translation>
    </message>
    <message>
        <source>Pa&amp;yments</source>
        <translation>还款安排(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>摘要(&amp;S)</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Date (2026-12-05)</source>
        <translation>日期（2026-12-05）</translation>
    </message>
    <message>
        <source>Date and time (2026-12-05 10:00)</source>
        <translation>日期和时间（2026-12-05 10:00）</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>还款安排</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Next call</source>
        <translation>下一通</translation>
    </message>
    <message>
        <source>Check what is marked: amounts are numbers, dates are written 2026-12-05.</source>
        <translation>请检查标出的内容：金额填数字，日期写成 2026-12-05。</translation>
    </message>
    <message>
        <source>The record is being closed …</source>
        <translation>正在归档记录…</translation>
    </message>
    <message>
        <source>Record closed and verified: {entries} entries, nothing was changed.</source>
        <translation>记录已归档并核验：共 {entries} 条，无任何改动。</translation>
    </message>
    <message>
        <source>The record of {entries} entries does NOT verify. Tell your compliance team.</source>
        <translation>记录（{entries} 条）未通过核验！请告知合规团队。</translation>
    </message>
</context>
<context>
    <name>_WindowTexts</name>
    <message>
        <source>evenhand</source>
        <translation>evenhand</translation>
    </message>
    <message>
        <source>A call is running</source>
        <translation>通话进行中</translation>
    </message>
    <message>
        <source>A call is being recorded. Close evenhand all the same?</source>
        <translation>正在录制通话。仍要关闭 evenhand 吗？</translation>
    </message>
    <message>
        <source>What was heard so far is kept. The wrap-up would be missing.</source>
        <translation>已录内容会保留，但会缺少话后小结。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Go on with the call</source>
        <translation>继续通话</translation>
    </message>
</context>
</TS>
