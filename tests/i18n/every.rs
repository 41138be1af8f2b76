//! Every text of a language, by the name of its field. What a field says is asked by `fields`.

use clipcart::i18n::{
    AnalysisTexts, ChartTexts, DeveloperTexts, ExportTexts, HelpTexts, Language, Texts,
};

/// A text, and what it was given to say; nothing, when it was given nothing.
pub struct Line {
    pub text: String,
    pub given: String,
}

/// A field's name, and its lines. One of a part's has the part's name before it: `analysis.columns`.
pub type Named = (String, Vec<Line>);

/// Every field of a language's texts, those of the programs that are loaded later among them.
pub fn every(language: Language) -> Vec<Named> {
    let parts: [(&str, &dyn TimeBucket); 6] = [
        ("", language.texts()),
        ("analysis.", language.analysis()),
        ("export.", language.export()),
        ("charts.", language.charts()),
        ("developer.", language.developer()),
        ("help.", language.help()),
    ];
    let named = |(part, texts): (&str, &dyn TimeBucket)| {
        let fields = texts.every().into_iter();
        let named = fields.map(|(name, lines)| (format!("{part}{name}"), lines));
        named.collect::<Vec<_>>()
    };
    parts.into_iter().flat_map(named).collect()
}

/// A struct of texts.
trait TimeBucket {
    fn every(&self) -> Vec<(&'static str, Vec<Line>)>;
}

/// One field, whatever its type.
pub trait Field {
    fn lines(&self) -> Vec<Line>;
}

/// Each struct of texts with its fields; one that is not named here does not compile.
macro_rules! every {
    ($($texts:ident { $($field:ident)* })*) => {$(
        impl TimeBucket for $texts {
            fn every(&self) -> Vec<(&'static str, Vec<Line>)> {
                let $texts { $($field),* } = self;
                vec![$((stringify!($field), $field.lines())),*]
            }
        }
    )*};
}

every! {
    Texts {
        page_title title_with_results skip_to_results tagline settings help for_developers single_keys
        single_keys_note footer ids_label ids_hint ids_placeholder page_label size_label search search_shortcut
        one_credit up_to_one_credit free ids_understood duplicates_dropped pieces_not_understood more_pieces
        many_ids token_problem ids_problem page_problem size_problem link_problem repeated_parameter intro_title
        intro_steps try_sample sample_free sample_badge sample_note leave_sample proxy_note results loading
        cancel videos_found products_found page_position last_page origin refresh copy_link link_copied
        copy_by_hand previous next pages empty_title empty_advice empty_later_page empty_sample without_rows
        unreadable_rows unreadable_row row_without_id row_not_an_object row_not_a_number held_title held_advice
        run_query add_key failure cost kept_from_before opens_again message api_code request_id copy_request_id
        copied try_again try_again_in open_settings edit_query open_dashboard sign_in reload view cards table
        charts compare sort_and_filter export desk_loading desk_failed more_cards video_by no_caption show_more
        show_less cover_missing play close_player clip clip_expired clip_missing clip_unusable clip_broken
        tiktok_player tiktok_player_note open_on_tiktok creator product product_unknown several_products
        not_added_up estimated estimated_dollars published hashtags unknown more_metrics exactly metric
        data_source fixed_by_deployment source_direct source_direct_note source_proxy source_proxy_note
        proxy_address proxy_address_bad api_key api_key_note api_key_bad show_key hide_key keep_for_tab
        forget_key key_set key_forgotten language theme theme_system theme_light theme_dark save close
        bad_config_title bad_config_advice
    }
    AnalysisTexts {
        compare_count selected_count all_pages one_page sort_by as_asked descending ascending column sort_place sort_hint find
        filter filter_count region no_region sold any sold_is dates dates_note from to range metric least most
        range_bad in_percent active remove clear_all between since until at_least at_most none_pass none_pass_advice video
        table_label show_card columns columns_shown columns_hidden move_up move_down hide show usual_columns
        summary videos products of_all median counted left_out left_out_unknown left_out_several select_full compare_none
        compare_advice not_here base make_base best deselect compared_metric several_values
    }
    ExportTexts {
        export title note format xlsx xlsx_note csv csv_note json json_note raw raw_note lines all_lines
        shown_lines selected_lines captions safe as_is bom download copy copied not_copied making saved
        cancelled not_loaded not_made
    }
    ChartTexts {
        kind kinds metric across log png svg failed estimated is ranked against distribution by_time by_region
        by_hashtag sum median_of videos lower_quartile median upper_quartile no_region marks keys marks_drawn
        most nothing unknown zero several apart more each_hashtag data first_rows video range days region
        hashtag
    }
    DeveloperTexts {
        request copy_as masked_note proxy_note sample_note copy copied reveal reveal_warning copied_with_key
        answer status time milliseconds size bytes none kept from_sample lines_note cut_note copy_answer
        answer_copied download download_refused
    }
    HelpTexts {
        shortcuts shortcuts_note shortcuts_are_off shortcut space search metrics metrics_note metric formula
        unit unit_of better direction
    }
}
