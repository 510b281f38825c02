#pragma once

#include "core/sql/complete.h"
#include "models/latest.h"
#include "ui/editor/snippetstops.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

class QKeyEvent;

namespace squall::ui {

class CompletionList;
class HintCard;
class SqlEditor;
class Theme;

/// Completes what is written in an editor: asks, off the GUI thread, what fits at the caret, shows it, and
/// inserts what is taken. What was asked for another text than the one that is there is never inserted.
class SqlCompletion : public QObject
{
    Q_OBJECT

public:
    using Catalog = std::shared_ptr<const sql::CompletionCatalog>;
    using Uses = std::shared_ptr<const sql::Uses>;
    using Snippets = std::shared_ptr<const std::vector<sql::Snippet>>;

    SqlCompletion(const Theme &theme, SqlEditor &editor);
    ~SqlCompletion() override;

    void setCatalog(const Catalog &catalog);
    const Catalog &catalog() const { return m_catalog; }
    void setUses(const Uses &uses) { m_uses = uses; }
    /// Somebody's own. With places to fill in, Tab leads from one to the next.
    void setSnippets(std::vector<sql::Snippet> snippets);
    /// Because somebody asked for it.
    void offer();
    bool isOffering() const;
    void close();

    /// The statement at a place, cut out of the script: what completing it looks at.
    struct Part
    {
        QString text;
        qsizetype start = 0; ///< in the script
    };
    /// Nothing among the rows of a COPY.
    static std::optional<Part> partAt(const SqlEditor &editor, qsizetype unit);

signals:
    void offered();

private:
    struct Question
    {
        quint64 revision = 0;
        qsizetype caret = 0;
        qsizetype start = 0; ///< of the part that was looked at
        bool asked = false;
        QChar typed = {};
    };

    void noteTyped(QChar what);
    void noteCaret();
    void ask(bool asked, QChar typed = {});
    void receive(const Question &question, const sql::Completion &completion);
    bool isWorthShowing(const Question &question) const;
    bool isChosenAtOnce(const Question &question) const;
    void showArguments();
    void takeKey(QKeyEvent *event);
    void take(int row, bool wholeWord);
    bool refresh();
    bool takeStopKey(const QKeyEvent &event);

    SqlEditor &m_editor;
    Catalog m_catalog;
    Uses m_uses;
    Snippets m_snippets = std::make_shared<const std::vector<sql::Snippet>>();
    SnippetStops m_stops;
    // Parts of the window once they were shown.
    QPointer<CompletionList> m_list;
    QPointer<HintCard> m_arguments;
    models::Latest<sql::Completion> m_asking;
    Question m_question; ///< that m_completion answers
    sql::Completion m_completion;
};

} // namespace squall::ui
