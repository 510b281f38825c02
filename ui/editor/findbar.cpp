#include "ui/editor/findbar.h"

#include "models/pooled.h"
#include "ui/editor/sqleditor.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostFound = 10'000;

QPushButton *quietButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    return button;
}

} // namespace

FindBar::FindBar(const Theme &theme, SqlEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_editor(editor)
    , m_pattern(new QLineEdit(this))
    , m_replacement(new QLineEdit(this))
    , m_replacing(new QWidget(this))
    , m_count(new QLabel(this))
{
    setObjectName(u"findBar"_s);
    build();
    connect(m_pattern, &QLineEdit::textChanged, this, &FindBar::search);
    connect(&editor, &SqlEditor::scriptChanged, this, [this] {
        if (isVisible())
            search();
    });
    connect(&editor, &SqlEditor::caretMoved, this, &FindBar::showCount);
    connect(&theme, &Theme::changed, this, &FindBar::showCount);
    hide();
}

void FindBar::build()
{
    m_pattern->setObjectName(u"findPattern"_s);
    m_pattern->setAccessibleName(tr("What to find"));
    m_pattern->setPlaceholderText(tr("Find"));
    m_replacement->setObjectName(u"findReplacement"_s);
    m_replacement->setAccessibleName(tr("What to put in its place"));
    m_replacement->setPlaceholderText(tr("Replace by"));
    m_count->setObjectName(u"findCount"_s);
    m_count->setFont(ui::font(TextStyle::Small));
    m_count->setMinimumWidth(110);
    auto *finding = new QHBoxLayout;
    finding->setSpacing(4);
    finding->addWidget(m_pattern, 1);
    m_case = addOption(u"findCase"_s, u"Aa"_s, tr("Match the case"));
    m_words = addOption(u"findWords"_s, u"\u201cw\u201d"_s, tr("Whole words only"));
    m_expression = addOption(u"findExpression"_s, u".*"_s, tr("Regular expression"));
    for (auto *option : {m_case, m_words, m_expression})
        finding->addWidget(option);
    auto *before = quietButton(u"findPrevious"_s, tr("Previous"), this);
    auto *next = quietButton(u"findNext"_s, tr("Next"), this);
    finding->addWidget(before);
    finding->addWidget(next);
    finding->addWidget(m_count);
    auto *close = new QToolButton(this);
    close->setObjectName(u"findClose"_s);
    close->setAccessibleName(tr("Close the search"));
    close->setToolTip(tr("Close the search"));
    close->setIcon(m_theme.icon(u"close"_s));
    finding->addWidget(close);

    auto *one = quietButton(u"replaceOne"_s, tr("Replace"), m_replacing);
    auto *all = quietButton(u"replaceAll"_s, tr("Replace all"), m_replacing);
    auto *replacing = new QHBoxLayout(m_replacing);
    replacing->setContentsMargins(0, 0, 0, 0);
    replacing->setSpacing(4);
    replacing->addWidget(m_replacement, 1);
    replacing->addWidget(one);
    replacing->addWidget(all);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(6);
    layout->addLayout(finding);
    layout->addWidget(m_replacing);

    connect(before, &QPushButton::clicked, this, [this] { step(-1); });
    connect(next, &QPushButton::clicked, this, [this] { step(1); });
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        m_editor.setFocus();
    });
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceEverywhere);
}

QToolButton *FindBar::addOption(const QString &name, const QString &text, const QString &words)
{
    auto *option = new QToolButton(this);
    option->setObjectName(name);
    option->setText(text);
    option->setToolTip(words);
    option->setAccessibleName(words);
    option->setCheckable(true);
    connect(option, &QToolButton::toggled, this, &FindBar::search);
    return option;
}

void FindBar::open(bool replacing)
{
    const auto selected = m_editor.selection().in(m_editor.script()).toString();
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        m_pattern->setText(selected);
    m_replacing->setVisible(replacing);
    show();
    search();
    m_pattern->setFocus();
    m_pattern->selectAll();
}

models::TextSearch FindBar::wanted() const
{
    return {.pattern = m_pattern->text(),
            .matchCase = m_case->isChecked(),
            .words = m_words->isChecked(),
            .expression = m_expression->isChecked()};
}

void FindBar::search()
{
    m_problem.clear();
    const auto expression = models::expressionOf(wanted());
    if (m_pattern->text().isEmpty() || !expression) {
        m_problem = expression ? QString() : expression.error().message;
        m_searching.cancel();
        receive(m_editor.revision(), {});
        return;
    }
    m_searching.run(models::pooled([script = m_editor.script(), expression = *expression] {
                        return models::findAll(script, expression, mostFound);
                    }),
                    [this, revision = m_editor.revision()](const std::vector<sql::Span> &found) {
                        receive(revision, found);
                    });
}

void FindBar::receive(quint64 revision, const std::vector<sql::Span> &found)
{
    // A change of the text has begun another search.
    if (revision != m_editor.revision())
        return;
    m_found = found;
    m_revision = revision;
    m_editor.setFound(found);
    showCount();
    if (const int pending = std::exchange(m_pending, 0))
        step(pending);
}

int FindBar::current() const
{
    const auto selection = m_editor.selection();
    const auto found = std::find(m_found.begin(), m_found.end(), selection);
    return found == m_found.end() ? -1 : static_cast<int>(found - m_found.begin());
}

void FindBar::step(int places)
{
    if (m_searching.isRunning() || m_revision != m_editor.revision()) {
        m_pending = places;
        if (!m_searching.isRunning())
            search();
        return;
    }
    if (m_found.empty())
        return;
    const auto count = static_cast<int>(m_found.size());
    int next = current();
    if (next >= 0) {
        next = (next + places + count) % count;
    } else {
        const auto caret = m_editor.selection().start;
        const auto after = std::find_if(m_found.begin(), m_found.end(),
                                        [caret](const sql::Span &span) { return span.start >= caret; });
        next = static_cast<int>(after - m_found.begin());
        next = places > 0 ? next % count : (next - 1 + count) % count;
    }
    m_editor.reveal(m_found[static_cast<size_t>(next)]);
}

void FindBar::showCount()
{
    if (!isVisible())
        return;
    tint(m_count, m_theme.color(m_problem.isEmpty() ? Token::Muted : Token::Removed));
    const auto many = static_cast<qsizetype>(m_found.size());
    const auto count = QLocale().toString(many) + (many == mostFound ? u"+"_s : QString());
    if (!m_problem.isEmpty())
        m_count->setText(m_problem);
    else if (m_pattern->text().isEmpty())
        m_count->clear();
    else if (m_found.empty())
        m_count->setText(tr("Not found"));
    else if (const int at = current(); at >= 0)
        m_count->setText(tr("%1 of %2", "place found").arg(QLocale().toString(at + 1), count));
    else
        m_count->setText(tr("%1 found").arg(count));
}

void FindBar::replaceOne()
{
    const int at = current();
    if (at < 0) {
        step(1);
        return;
    }
    const auto place = m_found[static_cast<size_t>(at)];
    const auto text = models::replacementAt(m_editor.script(), place, wanted(), m_replacement->text());
    m_editor.replaceSpan(place, text);
    m_editor.setCaret(place.start + text.size());
    m_pending = 1;
}

void FindBar::replaceEverywhere()
{
    if (m_found.empty())
        return;
    const auto caret = m_editor.caret();
    m_editor.changeScript(models::replaceAll(m_editor.script(), wanted(), m_replacement->text()));
    m_editor.setCaret(std::min(caret, m_editor.script().size()));
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        hide();
        m_editor.setFocus();
    } else if (enter && m_replacement->hasFocus() && !(event->modifiers() & Qt::ShiftModifier)) {
        if (event->modifiers() & Qt::ControlModifier)
            replaceEverywhere();
        else
            replaceOne();
    } else if (enter) {
        step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void FindBar::hideEvent(QHideEvent *event)
{
    m_searching.cancel();
    m_editor.setFound({});
    QWidget::hideEvent(event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Token::Line));
}

} // namespace squall::ui
