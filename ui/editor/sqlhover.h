#pragma once

#include "core/sql/describe.h"
#include "core/sql/span.h"
#include "models/latest.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace squall::ui {

class HintCard;
class SqlEditor;
class Theme;

/// What an editor says of a place one points at: what is wrong there, else what the name there means; and
/// where a Ctrl+click or F4 on it leads.
class SqlHover : public QObject
{
    Q_OBJECT

public:
    using Catalog = std::shared_ptr<const sql::CompletionCatalog>;

    SqlHover(const Theme &theme, SqlEditor &editor);
    ~SqlHover() override;

    void setCatalog(const Catalog &catalog) { m_catalog = catalog; }
    /// Opens what stands at that place, or goes to where the text itself says what it is.
    void follow(qsizetype unit);

signals:
    void openRequested(const squall::ObjectId &id);

private:
    using Reply = std::optional<sql::Description>;

    void pointAt(qsizetype unit);
    void describe(qsizetype unit, std::function<void(const Reply &)> deliver);
    void say(const QString &code, const QString &words, const sql::Span &place);

    SqlEditor &m_editor;
    Catalog m_catalog;
    QPointer<HintCard> m_card; ///< a part of the window once it was shown
    models::Latest<Reply> m_describing;
};

} // namespace squall::ui
